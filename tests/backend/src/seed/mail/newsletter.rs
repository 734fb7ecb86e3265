//! A letter as editors of newsletters make them: tables in tables, colours, pictures that are elsewhere; knows no one reader.

use super::people::service;
use super::write::{Inbox, Pen, With};
use crate::mail::letter::Letter;
use std::fmt::Write;

const PICTURES: &str = "https://lettre.ville.example/images";

/// (picture, title, text, page)
const NEWS: [(&str, &str, &str, &str); 4] = [
    (
        "forum.jpg",
        "Forum des métiers : 42 services vous attendent",
        "Le 3 décembre, venez parler de mobilité avec celles et ceux qui recrutent.",
        "forum-des-metiers",
    ),
    (
        "velo.jpg",
        "Forfait mobilités durables : déclarez avant le 31",
        "Vélo, covoiturage, trottinette : le forfait passe à 300 € pour cent jours.",
        "forfait-mobilites",
    ),
    (
        "portrait.jpg",
        "Une journée avec la brigade des bassins",
        "Portrait d’une équipe qui commence quand la ville dort encore.",
        "brigade-des-bassins",
    ),
    (
        "sante.jpg",
        "Prévention : la campagne de vaccination continue",
        "Sans rendez-vous le mardi et le jeudi, au service de médecine préventive.",
        "vaccination",
    ),
];

/// The newsletter.
pub fn letter(pen: &Pen) -> Letter {
    let who = service("La Lettre des agents", "lettre.interne");
    pen.blank(Inbox, pen.at(2, (9, 0)), who)
        .subject("La Lettre des agents, n° 118 : forum des métiers, mobilités, portrait")
        .html(html())
}

fn html() -> String {
    let mut html = format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>La Lettre des agents</title>\
         <style>@media (max-width:600px){{.colonne{{width:100%!important}}}} a{{color:#0b5394}}</style></head>\
         <body style=\"margin:0;background-color:#eef2f6\"><table width=\"100%\" bgcolor=\"#eef2f6\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\">\
         <table width=\"600\" style=\"background-color:#ffffff;max-width:600px\" cellpadding=\"0\" cellspacing=\"0\">\
         <tr><td style=\"background-color:#0b3d62;padding:24px;color:#ffffff\"><h1 style=\"margin:0;font-size:24px\">La Lettre des agents</h1>\
         <p style=\"margin:4px 0 0\">N° 118</p></td></tr>\
         <tr><td><img src=\"{PICTURES}/bandeau.jpg\" alt=\"Les toits de la ville au petit matin\" width=\"600\" height=\"180\"></td></tr>"
    );
    for (picture, title, text, page) in NEWS {
        let _ = write!(
            html,
            "<tr><td style=\"padding:16px 24px\"><table width=\"100%\"><tr><td class=\"colonne\" width=\"160\" valign=\"top\">\
             <img src=\"{PICTURES}/{picture}\" alt=\"\" width=\"144\" height=\"96\"></td><td valign=\"top\">\
             <h2 style=\"font-size:18px;color:#0b3d62;margin:0 0 8px\">{title}</h2><p style=\"margin:0;line-height:1.4\">{text}</p>\
             <p><a href=\"https://lettre.ville.example/{page}?utm_source=mail\" style=\"font-weight:bold\">Lire la suite</a></p></td></tr></table></td></tr>"
        );
    }
    let _ = write!(
        html,
        "<tr><td style=\"padding:16px 24px\"><h2 style=\"font-size:18px\">L’agenda</h2><table border=\"1\" cellpadding=\"6\" style=\"border-collapse:collapse\">\
         <tr><th align=\"left\">Date</th><th align=\"left\">Rendez-vous</th><th align=\"left\">Lieu</th></tr>\
         <tr><td>3 décembre</td><td>Forum des métiers</td><td>Halle centrale</td></tr>\
         <tr><td>11 décembre</td><td>Arbre de Noël</td><td>Gymnase municipal</td></tr>\
         <tr><td>18 décembre</td><td>Fin des inscriptions aux formations</td><td>En ligne</td></tr></table></td></tr>\
         <tr><td style=\"padding:16px 24px;font-size:12px;color:#5a6670\">Vous recevez cette lettre parce que vous êtes agent. \
         <a href=\"mailto:lettre.interne@ville.example?subject=Me%20retirer\">Se désinscrire</a></td></tr></table></td></tr></table>\
         <img src=\"https://lettre.ville.example/ouvert.gif?n=118\" width=\"1\" height=\"1\" alt=\"\"></body></html>"
    );
    html
}
