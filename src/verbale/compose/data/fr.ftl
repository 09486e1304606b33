# The words of notes verbales and reports in French.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-paragraph = { $number }.
label-item = { $letter })

heading-summary = Résumé
heading-introduction = Introduction
heading-observations = Observations
heading-replies = Renseignements reçus des gouvernements
heading-organisations = Renseignements reçus d’organisations
heading-report = Rapport du Secrétaire général
heading-note = Note verbale

# As they stand in the line under the name of a State.
language-ar = arabe
language-zh = chinois
language-en = anglais
language-fr = français
language-ru = russe
language-es = espagnol

office = Bureau des affaires de désarmement
secretary-general = Secrétaire général

group-member-states = aux missions permanentes des États Membres
group-all-states = aux missions permanentes de tous les États
group-observers = aux missions permanentes d’observation
group-organisations = aux bureaux des organisations internationales

invited-member-states = les États Membres
invited-all-states = tous les États
invited-observers = les observateurs
invited-organisations = les organisations internationales

resolution-entitled = à la résolution { $number } de l’Assemblée générale, en date du { $date }, intitulée « { $title } »
resolution-number = { $number }
resolution-bare = { $numbers } du { $date }

note-reference = Référence : { $reference }
note-opening = Le Bureau des affaires de désarmement de l’Organisation des Nations Unies présente ses compliments { $addressees } et a l’honneur de se référer { $resolutions }.
note-paragraph = Le paragraphe { $paragraph } de la résolution { $number } se lit comme suit :
note-views = Afin que le Secrétaire général puisse faire rapport à l’Assemblée générale à sa { $session } session, le Bureau saurait gré aux gouvernements de bien vouloir lui faire parvenir leurs vues au plus tard le { $deadline }.
note-language = Les réponses peuvent être adressées dans l’une quelconque des six langues officielles, sous forme de fichier texte accompagné de l’original signé. Chaque réponse devrait mentionner la résolution à laquelle elle se rapporte.
note-length = Les réponses ne devraient pas dépasser { $words } mots.
note-summary = Lorsqu’un texte est plus long, un résumé de { $summary } mots au plus est reproduit dans le rapport.
note-web = Le texte intégral est publié sur le site Web du Bureau, sauf objection du gouvernement.
note-web-consent = Le texte intégral est publié sur le site Web du Bureau si le gouvernement y consent.
note-late-web = Les réponses reçues après cette date seront publiées uniquement sur le site Web du Bureau, dans la langue dans laquelle elles auront été reçues ; il ne sera pas publié d’additif au rapport.
note-late-addendum = Les réponses reçues après cette date seront publiées sous forme d’additifs au rapport.
note-closing = Le Bureau des affaires de désarmement saisit cette occasion pour renouveler { $addressees } les assurances de sa très haute considération.
note-place = New York, le { $date }
note-reminder = Le Bureau des affaires de désarmement de l’Organisation des Nations Unies présente ses compliments à la Mission permanente ({ $state }) et rappelle sa note verbale { $reference } du { $date }. La réponse du gouvernement est attendue jusqu’au { $deadline }.

report-language = Français
report-original = Original : { $language }
report-summary = Le présent rapport rend compte de ce qui a été fait en matière de désarmement nucléaire et de non-prolifération depuis le rapport précédent ({ $previous }) et contient les réponses reçues des gouvernements.
report-summary-first = Le présent rapport rend compte de ce qui a été fait en matière de désarmement nucléaire et de non-prolifération et contient les réponses reçues des gouvernements.

intro-submitted = { $count ->
    [one] Le présent rapport est soumis en application de la résolution de l’Assemblée générale { $resolutions }.
   *[other] Le présent rapport est soumis en application des résolutions de l’Assemblée générale { $resolutions }.
}
intro-icj = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a demandé à tous les États d’informer le Secrétaire général de ce qu’ils avaient fait pour appliquer cette résolution et pour le désarmement nucléaire, et a prié le Secrétaire général de lui communiquer ces informations à sa { $session } session.
intro-nd = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié le Secrétaire général de lui présenter, à sa { $session } session, un rapport sur l’application de cette résolution.
intro-rnd = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié le Secrétaire général de redoubler d’efforts à l’appui des sept recommandations propres à réduire sensiblement le risque de guerre nucléaire (voir A/56/400, par. 3), d’encourager les États Membres à envisager la tenue d’une conférence internationale sur les moyens d’éliminer les dangers nucléaires et de lui faire rapport à ce sujet à sa { $session } session.
intro-other = Au paragraphe { $paragraph } de la résolution { $number }, l’Assemblée générale a prié le Secrétaire général de lui faire rapport à sa { $session } session.
intro-note = Dans une note verbale datée du { $date }, { $addressees } ont été invités à communiquer leurs vues. Les réponses reçues au { $deadline } sont reproduites à la section III ci-après.
intro-none = Dans une note verbale datée du { $date }, { $addressees } ont été invités à communiquer leurs vues. Aucune réponse n’avait été reçue au { $deadline }.
intro-covers = { $count ->
    [one] La note verbale portait sur la résolution { $resolutions }.
   *[other] La note verbale portait sur les résolutions { $resolutions }.
}
intro-late-web = Les réponses reçues après cette date sont publiées uniquement sur le site Web du Bureau des affaires de désarmement (www.un.org/disarmament), dans la langue dans laquelle elles ont été reçues. Il ne sera pas publié d’additif.
intro-late-addendum = Les réponses reçues après cette date seront publiées sous forme d’additifs au présent rapport.

reply-original = [Original : { $language }]
reply-date = [{ $date }]
reply-pending = [Traduction en cours. Le texte a été reçu en { $language }.]
replies-nil = Les auteurs suivants ont indiqué n’avoir aucune information à communiquer : { $authors }.
reply-on-behalf = { $name } (au nom de : { $group })
reply-on-web = [Le texte intégral figure sur le site Web du Bureau des affaires de désarmement.]

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

# Le projet de réponse.
draft-mark = PROJET. Non envoyé. Chaque phrase est à confirmer, à modifier ou à supprimer par le gouvernement.
pack-mark = POUR INFORMATION. Éléments consignés aux fins de la réponse à la note verbale, chacun avec sa source, sous réserve de ce que sait le gouvernement.
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
