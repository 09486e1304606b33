# The words of the programme nuclear-disarmament in French.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Bureau des affaires de désarmement
office-full = Le Bureau des affaires de désarmement
office-start = Le Bureau des affaires de désarmement
office-of = du Bureau des affaires de désarmement
office-short = le Bureau
office-short-of = du Bureau

report-summary = { $replies ->
    [0] Le présent rapport rend compte des activités menées en faveur du désarmement nucléaire et de la non-prolifération depuis le rapport précédent ({ $previous }). Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport rend compte des activités menées en faveur du désarmement nucléaire et de la non-prolifération depuis le rapport précédent ({ $previous }) et contient les réponses reçues.
}
report-summary-first = { $replies ->
    [0] Le présent rapport rend compte des activités menées en faveur du désarmement nucléaire et de la non-prolifération. Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport rend compte des activités menées en faveur du désarmement nucléaire et de la non-prolifération et contient les réponses reçues.
}

intro-icj = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié tous les États de tenir le Secrétaire général informé des efforts qu’ils auraient faits et des mesures qu’ils auraient prises pour appliquer cette résolution et parvenir au désarmement nucléaire, et a prié le Secrétaire général de lui communiquer ces informations à sa { $session }.
intro-nd = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié le Secrétaire général de lui présenter, à sa { $session }, un rapport sur l’application de cette résolution.
intro-rnd = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié le Secrétaire général de redoubler d’efforts à l’appui des sept recommandations propres à réduire sensiblement le risque de guerre nucléaire (voir A/56/400, par. 3), d’encourager les États Membres à envisager la tenue d’une conférence internationale sur les moyens d’éliminer les dangers nucléaires et de lui faire rapport à ce sujet à sa { $session }.
