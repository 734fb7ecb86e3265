//! What an ordinary mailbox holds besides: a newsletter, a long thread, other scripts, files, a letter from somebody who is not
//! who they say; harmless to a page that does its work.

use super::files::{file, pdf, photograph, table, text};
use super::people::{colleague, outside, service};
use super::write::{Archive, Inbox, Pen, With};
use super::{newsletter, thread};
use crate::mail::letter::{Letter, LetterContent};
use nomade::contract::mail::MailWarning::{LooksInternal, SenderUnproven};

const ARABIC: &str = "السلام عليكم،\n\nنشكركم على مراسلتكم بخصوص اللقاء الثقافي. نؤكد حضورنا يوم 14 كانون الأول على الساعة 18:30 في قاعة \
المعارض (Salle des fêtes)، ونرجو إرسال برنامج الأمسية.\n\nمع أطيب التحيات،\nجمعية الجسور";
const HEBREW: &str = "<div dir=\"rtl\"><p>שלום רב,</p><p>תודה על ההזמנה לערב הקריאה של 14 בדצמבר. נגיע בשעה 18:30, שני משתתפים.</p>\
<ul><li>אולם: Médiathèque centrale</li><li>טלפון: <bdi>01 99 00 45 67</bdi></li></ul><p>בברכה,<br>עמותת הגשר</p></div>";

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    let mut letters = vec![
        newsletter::letter(pen),
        thread::letter(pen),
        phishing(pen),
        large_file(pen),
        long_subject(pen),
    ];
    letters.extend(files(pen));
    letters.extend(scripts(pen));
    letters.extend(empty(pen));
    letters.push(everybody(pen));
    letters
}

/// The name is one of the organisation's, the address is not, and the link says one place and leads to another.
fn phishing(pen: &Pen) -> Letter {
    let who = outside(
        "Direction des ressources humaines",
        "drh.information@ville-example.support-agents.example",
    );
    pen.blank(Inbox, pen.at(1, (7, 14)), who)
        .subject("URGENT : votre compte agent sera suspendu")
        .html(
            "<p>Bonjour,</p><p>Votre mot de passe expire <b>aujourd’hui</b>. Sans action de votre part sous 2 heures, votre compte \
             sera suspendu et votre paie bloquée.</p><p><a href=\"https://ville.example@traceur.example/hameconnage/connexion\">\
             https://nomade.ville.example/connexion</a></p><p>La Direction des ressources humaines</p>",
        )
        .warned(&[LooksInternal, SenderUnproven])
}

fn large_file(pen: &Pen) -> Letter {
    pen.blank(Inbox, pen.at(7, (11, 52)), colleague(16))
        .subject("Plans du futur accueil (fichier volumineux)")
        .text("Bonjour,\n\nCi-joint les plans du futur accueil, en pleine définition. Attention, le fichier pèse 20 Mo.\n\nCordialement,\nYasmine")
        .files(vec![pdf("Plans du futur accueil - pleine définition.pdf", 20_000_000)])
        .read()
}

fn long_subject(pen: &Pen) -> Letter {
    let subject = "Tr: Re: Re: Tr: Demande d’avis sur le projet de note relative à l’organisation des permanences, des astreintes et des \
                   remplacements pendant les congés de fin d’année dans les services ouverts au public, y compris les antennes, et aux \
                   modalités de récupération des heures correspondantes (version 4 corrigée, à valider avant le 27 novembre, merci de ne \
                   pas diffuser au-delà des destinataires de ce message)";
    pen.blank(Inbox, pen.at(5, (18, 37)), colleague(22))
        .subject(subject)
        .text("Bonjour,\n\nTout est dans l’objet !\n\nCordialement,\nRomain")
}

fn files(pen: &Pen) -> Vec<Letter> {
    let mut several = vec![
        pdf("Convocation.pdf", 84_992),
        pdf("Plan d’accès.pdf", 312_004),
        table(
            "Participants.csv",
            "Nom;Service\nBernard Camille;Ressources humaines\nPetit Thomas;Ressources humaines\n",
        ),
        text(
            "Programme de la journée.txt",
            "9 h : accueil\n9 h 30 : ateliers\n12 h 30 : déjeuner\n14 h : restitution\n",
        ),
    ];
    several.extend(photograph("Salle du séminaire.jpg"));
    let archive = file(
        "archive sans type",
        "application/octet-stream",
        LetterContent::Bytes(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
    );
    vec![
        pen.blank(Inbox, pen.at(10, (14, 33)), service("Service de la formation", "formation"))
            .subject("Journée des services : convocation et pièces")
            .text("Bonjour,\n\nVous trouverez ci-joint la convocation, le plan, la liste des participants et le programme.\n\nLe service de la formation")
            .files(several)
            .read(),
        pen.blank(Inbox, pen.at(26, (9, 58)), outside("Céline Lambert", "c.lambert@imprimerie-lambert.example"))
            .subject("Bon à tirer, affiche du forum")
            .text("Bonjour,\n\nVoici le bon à tirer. Sans réponse de votre part mercredi, nous ne pourrons pas tenir la date.\n\nCéline Lambert\nImprimerie Lambert")
            .files(vec![pdf("BAT affiche forum.pdf", 1_258_291), archive])
            .read(),
    ]
}

fn scripts(pen: &Pen) -> Vec<Letter> {
    vec![
        pen.blank(Inbox, pen.at(3, (12, 26)), outside("جمعية الجسور", "contact@aljosour.example"))
            .subject("تأكيد الحضور: الأمسية الثقافية (14/12)")
            .text(ARABIC),
        pen.blank(Archive, pen.at(84, (10, 8)), outside("עמותת הגשר", "office@hagesher.example"))
            .subject("אישור הגעה – ערב קריאה, Médiathèque")
            .html(HEBREW),
        pen.blank(Inbox, pen.at(12, (16, 59)), colleague(10))
            .subject("🎉👩🏽‍💻 C’est en ligne !! 🚀🚀")
            .text("Bravo à toute l’équipe 👏👏🏿\n\nLe formulaire est en ligne depuis 16 h 🥳\n👨‍👩‍👧‍👦 Les familles peuvent déjà l’utiliser.\n🇫🇷 ❤️‍🔥 1️⃣\n\nAminata 🌻")
            .read(),
    ]
}

/// What a list must find words for.
fn empty(pen: &Pen) -> Vec<Letter> {
    vec![
        pen.blank(Inbox, pen.at(6, (8, 3)), colleague(28))
            .text("Tu as deux minutes pour m’appeler au 4512 ?\n\nCéline")
            .read(),
        pen.blank(Inbox, pen.at(14, (13, 13)), colleague(13))
            .subject("Facture de la papeterie")
            .files(vec![pdf("Facture 26-0977.pdf", 61_952)])
            .read(),
        pen.blank(
            Inbox,
            pen.at(41, (23, 59)),
            outside("", "ne-pas-repondre@scan.ville.example"),
        )
        .read(),
    ]
}

/// To many, with others in copy, and an answer that goes elsewhere.
fn everybody(pen: &Pen) -> Letter {
    let mut letter = pen
        .blank(Inbox, pen.at(17, (17, 45)), service("Secrétariat général", "secretariat.general"))
        .subject("Exercice d’évacuation jeudi à 10 h")
        .text("Bonjour,\n\nUn exercice d’évacuation a lieu jeudi à 10 h. Chacun rejoint son point de rassemblement sans repasser par son bureau.\n\nLes réponses vont à la cellule sécurité.\n\nLe secrétariat général")
        .read();
    letter.to.extend((0..24).map(colleague));
    letter.cc = (40..46).map(colleague).collect();
    letter.reply_to = vec![service("Cellule sécurité", "securite.batiments")];
    letter
}
