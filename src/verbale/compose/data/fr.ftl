# The words of notes verbales and reports in French.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-section-5 = V.
label-section-6 = VI.
label-section-7 = VII.
label-section-8 = VIII.
# As it is named in a sentence.
section-number-1 = I
section-number-2 = II
section-number-3 = III
section-number-4 = IV
section-number-5 = V
section-number-6 = VI
section-number-7 = VII
section-number-8 = VIII
label-paragraph = { $number }.
label-item = { $letter })

heading-summary = Résumé
heading-introduction = Introduction
heading-observations = Observations
heading-replies = Renseignements reçus des gouvernements
heading-report = Rapport du Secrétaire général
heading-note = Note verbale
heading-contents = Table des matières
heading-organisations = Renseignements reçus d’organisations internationales

# As they stand in the line under the name of a State.
language-ar = arabe
language-zh = chinois
language-en = anglais
language-fr = français
language-ru = russe
language-es = espagnol

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $session } session
session-yearly = session de { $session }
session-line-yearly = Session de { $session }
organ-general_assembly = l’Assemblée générale
organ-general_assembly-of = de l’Assemblée générale
organ-general_assembly-to = à l’Assemblée générale
organ-general_assembly-gender = feminine
organ-security_council = le Conseil de sécurité
organ-security_council-of = du Conseil de sécurité
organ-security_council-to = au Conseil de sécurité
organ-security_council-gender = masculine
organ-economic_and_social_council = le Conseil économique et social
organ-economic_and_social_council-of = du Conseil économique et social
organ-economic_and_social_council-to = au Conseil économique et social
organ-economic_and_social_council-gender = masculine
organ-human_rights_council = le Conseil des droits de l’homme
organ-human_rights_council-of = du Conseil des droits de l’homme
organ-human_rights_council-to = au Conseil des droits de l’homme
organ-human_rights_council-gender = masculine

group-member-states = aux missions permanentes des États Membres
group-all-states = aux missions permanentes de tous les États
group-observers = aux missions permanentes d’observation
group-organisations = aux bureaux des organisations internationales
group-named = aux missions permanentes des États suivants ({ $states })

invited-member-states = les États Membres
invited-all-states = tous les États
invited-observers = les observateurs
invited-organisations = les organisations internationales
invited-named = les États suivants ({ $states })

resolution-entitled = à la résolution { $number } { $organ_of }, en date du { $date }, intitulée « { $title } »
resolution-number = { $number }
resolution-bare = { $numbers } du { $date }
resolutions-of = { $count ->
    [one] de la résolution { $organ_of } { $resolutions }
   *[other] des résolutions { $organ_of } { $resolutions }
}
quoted-title = « { $title } »
website = le site Web { office-of } ({ $site })
website-bare = le site Web { office-of }

note-reference = Référence : { $reference }
note-opening = { office-full } présente ses compliments { $addressees } et a l’honneur de se référer { $resolutions }.
note-paragraph = Le paragraphe { $paragraph } de la résolution { $number } se lit comme suit :
note-views = Afin que le Secrétaire général puisse faire rapport { $organ_to } à sa { $session }, { office-short } saurait gré aux { $organisations ->
    [yes] gouvernements et aux organisations internationales
   *[no] gouvernements
} de bien vouloir lui faire parvenir leurs vues au plus tard le { $deadline }.
note-answers = Les réponses sont à envoyer aux coordonnées suivantes : { $ways }.
answer-email = { $where } (courrier électronique)
answer-postal = { $where } (adresse postale)
answer-form = { $where } (formulaire en ligne)
answer-telephone = { $where } (téléphone)
note-language = Les réponses peuvent être adressées dans l’une quelconque des six langues officielles, sous forme de fichier texte accompagné de l’original signé. Chaque réponse devrait mentionner la résolution à laquelle elle se rapporte.
note-length = Les réponses ne devraient pas dépasser { $words } mots.
note-summary = Lorsqu’un texte est plus long, un résumé de { $summary } mots au plus est reproduit dans le rapport.
note-web = Le texte intégral est publié sur le site Web { office-short-of }, sauf objection du gouvernement.
note-web-consent = Le texte intégral est publié sur le site Web { office-short-of } si le gouvernement y consent.
note-late-web = Les réponses reçues après cette date seront publiées uniquement sur le site Web { office-short-of }, dans la langue dans laquelle elles auront été reçues ; il ne sera pas publié d’additif au rapport.
note-late-addendum = Les réponses reçues après cette date seront publiées sous forme d’additifs au rapport.
note-closing = { office-start } saisit cette occasion pour renouveler { $addressees } les assurances de sa très haute considération.
note-place = New York, le { $date }
note-reminder = { office-full } présente ses compliments à la Mission permanente ({ $state }) et rappelle sa note verbale { $reference } du { $date }. La réponse du gouvernement est attendue jusqu’au { $deadline }.
note-reminder-bare = { office-full } présente ses compliments à la Mission permanente ({ $state }) et rappelle sa note verbale du { $date }. La réponse du gouvernement est attendue jusqu’au { $deadline }.

report-language = Français
report-original = Original : { $language }
report-summary = { $replies ->
    [0] Le présent rapport, qui fait suite au rapport précédent ({ $previous }), porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport, qui fait suite au rapport précédent ({ $previous }), porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Il contient les réponses reçues.
}
report-summary-first = { $replies ->
    [0] Le présent rapport porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Il contient les réponses reçues.
}

intro-submitted = Le présent rapport est soumis en application { $resolutions }.
intro-quoted = Le paragraphe { $paragraph } de la résolution { $number } se lit comme suit : « { $request } ».
intro-other = Au paragraphe { $paragraph } de la résolution { $number }, { $organ } a prié le Secrétaire général de lui faire rapport à sa { $session }.
intro-note = { $organisations ->
    [yes] Dans une note verbale datée du { $date }, { $addressees } ont été invités à communiquer leurs vues. Les réponses reçues au { $deadline } sont reproduites aux sections { $section } et { $other } ci-après.
   *[no] Dans une note verbale datée du { $date }, { $addressees } ont été invités à communiquer leurs vues. Les réponses reçues au { $deadline } sont reproduites à la section { $section } ci-après.
}
intro-none = Dans une note verbale datée du { $date }, { $addressees } ont été invités à communiquer leurs vues. Aucune réponse n’avait été reçue au { $deadline }.
intro-covers = { $count ->
    [one] La note verbale portait sur la résolution { $resolutions }.
   *[other] La note verbale portait sur les résolutions { $resolutions }.
}
intro-late-web = Les réponses reçues après cette date sont publiées uniquement sur { $website }, dans la langue dans laquelle elles ont été reçues. Il ne sera pas publié d’additif.
intro-late-addendum = Les réponses reçues après cette date seront publiées sous forme d’additifs au présent rapport.

reply-original = [Original : { $language }]
reply-date = [{ $date }]
reply-pending = [Traduction en cours. Le texte a été reçu en { $language }.]
replies-nil = Les auteurs suivants ont indiqué n’avoir aucune information à communiquer : { $authors }.
reply-on-behalf = { $name } (au nom de : { $group })
reply-on-web = [Le texte intégral figure sur { $website }.]

web-late = Réponse reçue le { $received }, après la date limite ({ $deadline }). Publiée dans la langue dans laquelle elle a été reçue ; elle ne figure pas dans le rapport ({ $report }).
web-full = Texte intégral de la réponse, dont un résumé figure dans le rapport ({ $report }).
heading-addendum = Additif
addendum-lead = Le présent additif complète le rapport ({ $report }) par des renseignements reçus des gouvernements.

obs-lead = Depuis le rapport précédent ({ $previous }), les dépositaires ont enregistré ce qui suit, au { $date } :
obs-lead-first = Les dépositaires ont enregistré ce qui suit, au { $date } :
obs-item = { $treaty } : { $told }
obs-signed = { $count ->
    [one] { $number } État avait signé
   *[other] { $number } États avaient signé
}
obs-ratified = { $count ->
    [one] { $number } État avait ratifié
   *[other] { $number } États avaient ratifié
}
obs-acceded = { $count ->
    [one] { $number } État avait adhéré
   *[other] { $number } États avaient adhéré
}
obs-counts = au { $date }, { $counts }.
obs-in-force = En vigueur depuis le { $date }.
obs-until = En vigueur jusqu’au { $date }.
obs-will = Entrée en vigueur le { $date }.
obs-not-in-force = Pas encore en vigueur.
obs-outstanding = { $count ->
    [one] L’entrée en vigueur attend encore la ratification de { $number } État : { $states }.
   *[other] L’entrée en vigueur attend encore la ratification de { $number } États : { $states }.
}
obs-suspended = Application suspendue ({ $states }).
obs-acts = Depuis le { $date }, { $kind } : { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $meeting } : { $told }
obs-held = Date : { $date }.
obs-held-between = Dates : du { $start } au { $end }.
obs-held-in = Date : { $month }.
obs-held-year = Date : { $year }.

# Le projet de réponse.
draft-mark = PROJET. Non envoyé. Chaque phrase est à confirmer, à modifier ou à supprimer par le gouvernement.
pack-mark = POUR INFORMATION. Éléments consignés aux fins de la réponse à la note verbale, chacun avec sa source, sous réserve de ce que sait le gouvernement.
pack-asked = Des réponses sont demandées en application { $resolutions }.
pack-bare = Aucun acte ni aucun vote à ce sujet ({ $state }) n’est consigné ici.
draft-opening = Les informations ci-après sont communiquées en réponse à la note verbale { $reference } du { $date }. Résolutions : { $resolutions }.
draft-opening-bare = Les informations ci-après sont communiquées en réponse à la note verbale du { $date }. Résolutions : { $resolutions }.
draft-standing = Participation aux traités au { $date } :
draft-since = Actes accomplis depuis le précédent rapport, après le { $date } :
draft-since-none = Actes accomplis depuis le précédent rapport, après le { $date } : aucun n’est enregistré.
draft-act = { $treaty } : { $kind } ({ $date }) ;
draft-votes = Votes sur les résolutions qui demandent le rapport :
draft-vote = Résolution { $number } du { $date } : { $vote } ;
draft-earlier = Extrait de la réponse figurant dans le document { $report } ({ $date }), à conserver, à modifier ou à supprimer par le gouvernement :
vote-in-favour = pour
vote-against = contre
vote-abstaining = abstention
