# The words of the programme human-rights in French.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Haut-Commissariat des Nations Unies aux droits de l’homme
office-full = Le Haut-Commissariat des Nations Unies aux droits de l’homme
office-start = Le Haut-Commissariat des Nations Unies aux droits de l’homme
office-of = du Haut-Commissariat des Nations Unies aux droits de l’homme
office-short = le Haut-Commissariat
office-short-of = du Haut-Commissariat
mission-seat = auprès de l’Office des Nations Unies à Genève

heading-report = Rapport du Haut-Commissariat des Nations Unies aux droits de l’homme
note-place = Genève, le { $date }
note-views = Aux fins de l’établissement du rapport qu’il doit présenter { $organ_to } à sa { $session }, { office-short } saurait gré aux { $organisations ->
    [yes] gouvernements et aux organisations
    [only] organisations
   *[no] gouvernements
} de bien vouloir lui faire parvenir leurs vues au plus tard le { $deadline }.
intro-other = Au paragraphe { $paragraph } de la résolution { $number }, { $organ } a prié { office-other } de lui faire rapport à sa { $session }.
office-other = le Haut-Commissariat des Nations Unies aux droits de l’homme
