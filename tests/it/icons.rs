//! Holds `style/icons.svg` to the icon crate that it is made from; `UPDATE_ICONS=1` writes it.

use icondata_lu as lucide;
use std::fmt::Write;

const SPRITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/style/icons.svg");

/// The sprite stands in index.html: no request, no byte of wasm, and no markup set from a string at run time, which
/// Trusted Types would refuse.
fn sprite() -> String {
    let icons = [
        ("alert", lucide::LuTriangleAlert),
        ("archive", lucide::LuArchive),
        ("arrow-left", lucide::LuArrowLeft),
        ("calendar", lucide::LuCalendarDays),
        ("check", lucide::LuCircleCheck),
        ("clipboard-check", lucide::LuClipboardCheck),
        ("copy", lucide::LuCopy),
        ("download", lucide::LuDownload),
        ("external", lucide::LuExternalLink),
        ("eye", lucide::LuEye),
        ("eye-off", lucide::LuEyeOff),
        ("file", lucide::LuFileText),
        ("flag", lucide::LuFlag),
        ("folder", lucide::LuFolder),
        ("forward", lucide::LuForward),
        ("history", lucide::LuHistory),
        ("hourglass", lucide::LuHourglass),
        ("house", lucide::LuHouse),
        ("info", lucide::LuInfo),
        ("landmark", lucide::LuLandmark),
        ("languages", lucide::LuLanguages),
        ("log-in", lucide::LuLogIn),
        ("log-out", lucide::LuLogOut),
        ("mail", lucide::LuMail),
        ("paperclip", lucide::LuPaperclip),
        ("phone", lucide::LuPhone),
        ("printer", lucide::LuPrinter),
        ("question", lucide::LuCircleHelp),
        ("refresh", lucide::LuRefreshCw),
        ("reply", lucide::LuReply),
        ("share", lucide::LuShare2),
        ("shield", lucide::LuShieldCheck),
        ("stop", lucide::LuOctagonX),
        ("trash", lucide::LuTrash),
        ("undo", lucide::LuUndo2),
        ("user", lucide::LuUser),
        ("users", lucide::LuUsers),
        ("wallet", lucide::LuWallet),
    ];
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" hidden=\"\">\n",
    );
    for (name, icon) in icons {
        let shapes = icon.data.replace(" />", "/>").replace('\n', "");
        writeln!(
            out,
            "<symbol id=\"icon-{name}\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{}</symbol>",
            shapes.trim()
        )
        .unwrap();
    }
    out.push_str("</svg>\n");
    out
}

#[test]
fn the_sprite_is_what_the_icon_crate_draws() {
    let sprite = sprite();
    if std::env::var_os("UPDATE_ICONS").is_some() {
        std::fs::write(SPRITE, &sprite).unwrap();
    }
    assert!(
        std::fs::read_to_string(SPRITE).unwrap_or_default() == sprite,
        "run UPDATE_ICONS=1 cargo test --test it icons"
    );
}

#[test]
fn every_icon_that_a_component_names_is_in_the_sprite() {
    let sprite = sprite();
    for (path, text) in crate::support::tree::files("src", "rs") {
        for part in text.split("<Icon name=\"").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(
                sprite.contains(&format!("\"icon-{name}\"")),
                "{path} names the icon {name}"
            );
        }
    }
}
