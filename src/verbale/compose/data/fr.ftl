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
mission-seat = auprès de l’Organisation des Nations Unies

group-member-states = aux missions permanentes des États Membres { mission-seat }
group-all-states = aux missions permanentes de tous les États { mission-seat }
group-observers = aux missions permanentes d’observation { mission-seat }
group-organisations = aux organisations intergouvernementales
group-named = aux missions permanentes { mission-seat } des États suivants ({ $states })
addressee-organisation = à l’organisation suivante ({ $name })
addressee-observer = à la Mission permanente d’observation { $of } { mission-seat }
addressee-state = à la Mission permanente { $of } { mission-seat }

invited-member-states = les États Membres
invited-all-states = tous les États
invited-observers = les observateurs
invited-organisations = les organisations intergouvernementales
invited-named = les États suivants ({ $states })

resolution-entitled = à la résolution { $number } { $organ_of }, en date du { $date }, intitulée « { $title } »
resolution-number = { $number }
resolution-bare = { $numbers } du { $date }
resolutions-of = { $count ->
    [one] de la résolution { $resolutions } { $organ_of }
   *[other] des résolutions { $resolutions } { $organ_of }
}
resolutions-of-day = { $count ->
    [one] de la résolution { $numbers } { $organ_of }, en date du { $date }
   *[other] des résolutions { $numbers } { $organ_of }, en date du { $date }
}
quoted-title = « { $title } »
website = le site Web { office-of } ({ $site })
website-bare = le site Web { office-of }

note-reference = Référence : { $reference }
note-opening = { office-full } présente ses compliments { $addressees } et a l’honneur de se référer { $resolutions }.
note-paragraph = Au paragraphe { $paragraph } de la résolution { $number }, { $organ } : « { $request } ».
note-views = Afin que le Secrétaire général puisse faire rapport { $organ_to } à sa { $session }, { office-short } saurait gré aux { $organisations ->
    [yes] gouvernements et aux organisations
    [only] organisations
   *[no] gouvernements
} de bien vouloir lui faire parvenir leurs vues au plus tard le { $deadline }.
note-answers = Les réponses sont à envoyer aux coordonnées suivantes : { $ways }.
answer-email = { $where } (courrier électronique)
answer-postal = { $where } (adresse postale)
answer-form = { $where } (formulaire en ligne)
answer-telephone = { $where } (téléphone)
note-language = Les réponses peuvent être adressées dans l’une quelconque des six langues officielles, à la fois sur papier et par voie électronique (au format Microsoft Word). Elles devraient mentionner la résolution à laquelle elles se rapportent.
note-length = Les réponses ne devraient pas dépasser { $words } mots.
note-summary = Lorsqu’un texte est plus long, un résumé de { $summary } mots au plus sera reproduit dans le rapport.
note-web = Le texte intégral sera publié sur le site Web { office-short-of }, sauf objection { $organisations ->
    [yes] du Gouvernement ou de l’organisation en question
    [only] de l’organisation
   *[no] du Gouvernement
}.
note-web-consent = Le texte intégral sera publié sur le site Web { office-short-of } si { $organisations ->
    [yes] le Gouvernement ou l’organisation en question
    [only] l’organisation
   *[no] le Gouvernement
} y consent.
note-late-web = Les réponses reçues après le { $deadline } seront publiées uniquement sur le site Web { office-short-of }, dans la langue dans laquelle elles auront été reçues ; il ne sera pas publié d’additif au rapport.
note-late-addendum = Les réponses reçues après le { $deadline } seront publiées sous forme d’additifs au rapport.
note-closing = { office-start } saisit cette occasion pour renouveler { $addressees } les assurances de sa très haute considération.
note-place = New York, le { $date }
note-reminder = { office-full } présente ses compliments { $addressee } et a l’honneur de rappeler sa note verbale { $reference } du { $date }.
note-reminder-bare = { office-full } présente ses compliments { $addressee } et a l’honneur de rappeler sa note verbale du { $date }.
note-reminder-asked = { office-start } saurait gré { $organisation ->
    [yes] à l’organisation de bien vouloir lui faire parvenir sa réponse
   *[no] au Gouvernement de bien vouloir lui faire parvenir sa réponse
} au plus tard le { $deadline }.

report-language = Français
report-original = Original : { $language }
report-summary = { $replies ->
    [0] Le présent rapport, qui fait suite au rapport précédent ({ $previous }), porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport, qui fait suite au rapport précédent ({ $previous }), porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Il contient les réponses reçues.
}
report-summary-first = { $replies ->
    [0] Le présent rapport porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Aucune réponse n’avait été reçue à la date limite.
   *[other] Le présent rapport porte sur { $count ->
        [one] la question suivante
       *[other] les questions suivantes
    } : { $titles }. Il contient les réponses reçues.
}

intro-submitted = Le présent rapport est soumis en application { $resolutions }.
intro-quoted = Le paragraphe { $paragraph } de la résolution { $number } se lit comme suit : « { $request } ».
intro-other = Au paragraphe { $paragraph } de la résolution { $number }, { $organ } a prié le Secrétaire général de lui faire rapport à sa { $session }.
intro-note = { $organisations ->
    [yes] Dans une note verbale datée du { $date }, { $addressees } ont été { $invited ->
        [feminine] invitées
       *[masculine] invités
    } à communiquer leurs vues. Les réponses reçues au { $deadline } sont reproduites aux sections { $section } et { $other } ci-après.
   *[no] Dans une note verbale datée du { $date }, { $addressees } ont été { $invited ->
        [feminine] invitées
       *[masculine] invités
    } à communiquer leurs vues. Les réponses reçues au { $deadline } sont reproduites à la section { $section } ci-après.
}
intro-none = Dans une note verbale datée du { $date }, { $addressees } ont été { $invited ->
    [feminine] invitées
   *[masculine] invités
} à communiquer leurs vues. Aucune réponse n’avait été reçue au { $deadline }.
intro-covers = { $count ->
    [one] La note verbale portait sur la résolution { $resolutions }.
   *[other] La note verbale portait sur les résolutions { $resolutions }.
}
intro-late-web = Les réponses reçues après le { $deadline } sont publiées uniquement sur { $website }, dans la langue dans laquelle elles ont été reçues. Il ne sera pas publié d’additif.
intro-late-addendum = Les réponses reçues après le { $deadline } seront publiées sous forme d’additifs au présent rapport.

reply-original = [Original : { $language }]
reply-date = [{ $date }]
reply-pending = [Traduction en cours. Le texte a été reçu en { $language }.]
replies-nil = { $count ->
    [one] L’auteur suivant a indiqué n’avoir aucune information à communiquer : { $authors }.
   *[other] Les auteurs suivants ont indiqué n’avoir aucune information à communiquer : { $authors }.
}
reply-on-behalf = { $name } (au nom de : { $group })
reply-on-web = [Le texte intégral figure sur { $website }.]

web-late = Réponse reçue le { $received }, après la date limite ({ $deadline }). Publiée dans la langue dans laquelle elle a été reçue ; elle ne figure pas dans le rapport ({ $report }).
web-full = Texte intégral de la réponse, dont un résumé figure dans le rapport ({ $report }).
heading-addendum = Additif
addendum-lead = Le présent additif contient des renseignements reçus après le { $date } et complète le rapport ({ $report }).
instrument-code-gender = masculine
instrument-code-to = au Code
instrument-code-of = du Code
instrument-code-object = le Code
instrument-code-start = Le Code
instrument-code = le Code
instrument-statute-gender = masculine
instrument-statute-to = au Statut
instrument-statute-of = du Statut
instrument-statute-object = le Statut
instrument-statute-start = Le Statut
instrument-statute = le Statut
instrument-agreement-gender = masculine
instrument-agreement-to = à l’Accord
instrument-agreement-of = de l’Accord
instrument-agreement-object = l’Accord
instrument-agreement-start = L’Accord
instrument-agreement = l’Accord
instrument-protocol-gender = masculine
instrument-protocol-to = au Protocole
instrument-protocol-of = du Protocole
instrument-protocol-object = le Protocole
instrument-protocol-start = Le Protocole
instrument-protocol = le Protocole
instrument-convention-gender = feminine
instrument-convention-to = à la Convention
instrument-convention-of = de la Convention
instrument-convention-object = la Convention
instrument-convention-start = La Convention
instrument-convention = la Convention
instrument-treaty-gender = masculine
instrument-treaty-to = au Traité
instrument-treaty-of = du Traité
instrument-treaty-object = le Traité
instrument-treaty-start = Le Traité
instrument-treaty = le Traité
corrigendum-delete = Supprimer le texte.
corrigendum-insert = Insérer le texte suivant :
corrigendum-text = Lire comme suit :
corrigendum-words = Au lieu de « { $old } », lire « { $new } ».
corrigendum-after = Après : { $place }
corrigendum-after-place = Après { $place }
corrigendum-of = { $part } ({ $whole })
corrigendum-within = { $whole }, { $part }
corrigendum-part = { $placed ->
    [inside] autre texte
    [after] un autre texte
   *[start] Autre texte
}
corrigendum-note = { $placed ->
    [inside] note de bas de page
    [after] la note de bas de page
   *[start] Note de bas de page
} { $number }
corrigendum-item = { $placed ->
    [inside] paragraphe
    [after] le paragraphe
   *[start] Paragraphe
} { $number } { $item }
corrigendum-paragraph = { $placed ->
    [inside] paragraphe
    [after] le paragraphe
   *[start] Paragraphe
} { $number }
corrigendum-section = { $placed ->
    [inside] section { $number }, titre
    [after] le titre de la section { $number }
   *[start] Section { $number }, titre
}
corrigendum-summary = { $placed ->
    [inside] résumé
    [after] le résumé
   *[start] Résumé
}
corrigendum-title = { $placed ->
    [inside] titre
    [after] le titre
   *[start] Titre
}
heading-corrigendum = Rectificatif

obs-lead = L’état des traités au { $date } était le suivant :
obs-lead-events = Les autres faits consignés au { $date } étaient les suivants :
obs-item = { $name }. { $text }
obs-signed = { $count ->
    [one] { $number } État avait signé { $instrument_object }
   *[other] { $number } États avaient signé { $instrument_object }
}
obs-ratified = { $number } l’{ $count ->
    [one] avait
   *[other] avaient
} { $acts ->
    [ratified] { $instrument_gender ->
        [feminine] ratifiée
       *[masculine] ratifié
    }
    [succeeded] { $instrument_gender ->
        [feminine] ratifiée
       *[masculine] ratifié
    } ou y { $count ->
        [one] avait
       *[other] avaient
    } succédé
    [accepted] { $instrument_gender ->
        [feminine] ratifiée, acceptée ou approuvée
       *[masculine] ratifié, accepté ou approuvé
    }
   *[both] { $instrument_gender ->
        [feminine] ratifiée, acceptée ou approuvée
       *[masculine] ratifié, accepté ou approuvé
    }, ou y { $count ->
        [one] avait
       *[other] avaient
    } succédé
}
obs-acceded = { $number } y { $count ->
    [one] avait
   *[other] avaient
} adhéré
obs-counts = Au { $date }, { $counts }.
obs-in-force = { $instrument_start } est en vigueur depuis le { $date }.
obs-until = { $instrument_start } est en vigueur jusqu’au { $date }.
obs-will = { $instrument_start } entrera en vigueur le { $date }.
obs-not-in-force = { $instrument_start } n’est pas encore en vigueur.
obs-expired = { $instrument_start } n’est plus en vigueur ; { $instrument_gender ->
    [feminine] elle
   *[masculine] il
} a expiré le { $date }.
obs-outstanding = { $count ->
    [1] La ratification de l’État ci-après est encore nécessaire à l’entrée en vigueur { $instrument_of } : { $states }.
   *[other] La ratification des { $number } États ci-après est encore nécessaire à l’entrée en vigueur { $instrument_of } : { $states }.
}
obs-suspended = L’application { $instrument_of } a été suspendue { $states }.
obs-acts = Depuis le { $date }, { $count ->
    [one] l’État ci-après a
   *[other] les États ci-après ont
} { $kind ->
    [signature] signé { $instrument_object }
    [ratification] ratifié { $instrument_object }
    [acceptance] accepté { $instrument_object }
    [approval] approuvé { $instrument_object }
    [accession] adhéré { $instrument_to }
    [succession] succédé { $instrument_to }
   *[withdrawal] retiré { $count ->
        [one] sa
       *[other] leur
    } ratification { $instrument_of }
} : { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $name }. { $text }
obs-held = Date : { $date }.
obs-held-between = Dates : du { $start } au { $end }.
obs-held-in = Date : { $month }.
obs-held-year = Date : { $year }.

# Le projet de réponse.
draft-mark = PROJET. Non envoyé. Chaque phrase est à confirmer, à modifier ou à supprimer par le Gouvernement.
pack-mark = POUR INFORMATION. Éléments consignés aux fins de la réponse à la note verbale, chacun avec sa source, sous réserve des précisions du Gouvernement.
pack-asked = Des réponses sont demandées en application { $resolutions }.
pack-bare = Aucun acte ni aucun vote { $of } à ce sujet n’est consigné ici.
draft-opening = Les informations ci-après, concernant { $count ->
    [one] la résolution
   *[other] les résolutions
} { $resolutions }, sont communiquées en réponse à la note verbale { $reference } du { $date }.
draft-opening-bare = Les informations ci-après, concernant { $count ->
    [one] la résolution
   *[other] les résolutions
} { $resolutions }, sont communiquées en réponse à la note verbale du { $date }.
draft-standing = Participation aux traités au { $date } :
draft-since = Actes accomplis depuis le précédent rapport, après le { $date } :
draft-since-none = Actes accomplis depuis le précédent rapport, après le { $date } : aucun.
draft-act = { $treaty } : { $kind } ({ $date })
draft-votes = Votes sur les résolutions dans lesquelles le rapport est demandé :
draft-vote = Résolution { $number } du { $date } : { $vote }
draft-last = { $text }.
draft-next = { $text } ;
draft-earlier = Extrait de la réponse figurant dans le document { $report } ({ $date }), à conserver, à modifier ou à supprimer par le Gouvernement :
vote-in-favour = pour
vote-against = contre
vote-abstaining = abstention
