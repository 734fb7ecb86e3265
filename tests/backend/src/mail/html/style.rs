//! The inline style of an element, as far as it only colours and spaces; knows no property that moves, hides or fetches.

/// The properties that stay.
const PROPERTIES: [&str; 58] = [
    "background",
    "background-color",
    "border",
    "border-bottom",
    "border-bottom-color",
    "border-bottom-style",
    "border-bottom-width",
    "border-collapse",
    "border-color",
    "border-left",
    "border-left-color",
    "border-left-style",
    "border-left-width",
    "border-radius",
    "border-right",
    "border-right-color",
    "border-right-style",
    "border-right-width",
    "border-spacing",
    "border-style",
    "border-top",
    "border-top-color",
    "border-top-style",
    "border-top-width",
    "border-width",
    "caption-side",
    "color",
    "direction",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "table-layout",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-spacing",
];

/// The functions that a value may call: colours alone.
const FUNCTIONS: [&str; 4] = ["hsl", "hsla", "rgb", "rgba"];
/// The longest style that is read, in bytes.
const LONGEST: usize = 2_000;
/// The largest number in a value: no box reaches over the message.
const LARGEST: u32 = 2_000;

/// The declarations of `style` that stay, each on the list and with a value that is plain; empty when none does.
pub fn kept(style: &str) -> String {
    if style.len() > LONGEST {
        return String::new();
    }
    let mut kept = String::new();
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim();
        if PROPERTIES.contains(&name.as_str()) && is_plain(value) {
            let separator = if kept.is_empty() { "" } else { ";" };
            kept.extend([separator, &name, ":", value]);
        }
    }
    kept
}

/// True when the style, once kept, brings colours of its own.
pub fn colours(style: &str) -> bool {
    style.contains("color:") || style.contains("background:")
}

fn is_plain(value: &str) -> bool {
    let known = |c: char| c.is_ascii_alphanumeric() || " #%.,()'\"-!+".contains(c);
    !value.is_empty()
        && value.chars().all(known)
        && value.matches('"').count().is_multiple_of(2)
        && value.matches('\'').count().is_multiple_of(2)
        && calls_colours_alone(value)
        && numbers(value).all(|number| number <= LARGEST)
        && !goes_back(value)
}

fn calls_colours_alone(value: &str) -> bool {
    let mut parts: Vec<&str> = value.split('(').collect();
    parts.pop();
    parts.iter().all(|part| {
        let start = part
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |at| at + 1);
        let name = part.get(start..).unwrap_or_default().to_ascii_lowercase();
        FUNCTIONS.contains(&name.as_str())
    })
}

/// The whole numbers in a value that is no colour; digits too many for a number are the largest there is.
fn numbers(value: &str) -> impl Iterator<Item = u32> {
    value
        .split([' ', ',', '('])
        .filter(|word| !word.starts_with('#'))
        .flat_map(|word| word.split(|c: char| !c.is_ascii_digit()))
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse().unwrap_or(u32::MAX))
}

/// True for a negative length, which would lay one part of a message over another.
fn goes_back(value: &str) -> bool {
    value.split([' ', ',', '(']).any(|word| {
        word.strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_spaces_stay_and_nothing_else() {
        for (style, expected) in [
            ("color: red; FONT-SIZE: 14px;", "color:red;font-size:14px"),
            ("color:rgb(1, 2,3)", "color:rgb(1, 2,3)"),
            (
                "font-family:'Times New Roman',serif",
                "font-family:'Times New Roman',serif",
            ),
            ("background:#fff url(https://traceur.example/a)", ""),
            ("background:URL (x)", ""),
            ("background:u\\72l(x)", ""),
            ("background:/**/url(x)", ""),
            ("background:image-set('x' 1x)", ""),
            ("width:expression(alert(1))", ""),
            ("position:fixed;top:0;color:blue", "color:blue"),
            ("display:none;visibility:hidden;opacity:0", ""),
            ("margin:-900px 0 0", ""),
            ("margin-left:-.5em", ""),
            ("width:100000px", ""),
            ("width:99999999999999999999px", ""),
            ("width:600px;max-width:100%", "width:600px;max-width:100%"),
            ("color:#123456", "color:#123456"),
            ("font-family:\"a;color:red", "color:red"),
            ("--x:1;color", ""),
            ("color:red}body{color:blue", ""),
        ] {
            assert_eq!(kept(style), expected, "{style}");
        }
        assert_eq!(kept(&"color:red;".repeat(500)), "");
    }
}
