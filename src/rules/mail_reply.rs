//! What an answer or a message that is sent on begins with; knows no sentence but those that it is given, and no call.

use super::mail_address_field::{AddressField, Recipient};
use super::mail_draft::sendable;
use crate::contract::mail::{
    LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailAnswerKind, MailMessage, MailPerson,
};

#[cfg(test)]
mod tests;

/// Marks before a subject that say how it came about, in the languages whose messages come here; in small letters.
const MARKS: [&str; 14] = [
    "re", "ré", "rép", "rep", "réf", "aw", "sv", "r", "tr", "fw", "fwd", "wg", "i", "vs",
];

/// Whom an answer goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressees {
    /// To whom.
    pub to: AddressField,
    /// Who else sees it.
    pub cc: AddressField,
}

/// Whom an answer of that kind goes to; `own` is the address of who answers. What one has sent oneself is answered to
/// those who got it; a message that is sent on goes to nobody yet.
#[must_use]
pub fn addressees(message: &MailMessage, kind: MailAnswerKind, own: &str) -> Addressees {
    let is_own = |person: &MailPerson| person.address.eq_ignore_ascii_case(own);
    let from = &message.summary.from;
    let senders = match message.reply_to.as_slice() {
        _ if is_own(from) => message.summary.to.clone(),
        [] => vec![from.clone()],
        reply_to => reply_to.to_vec(),
    };
    let of =
        |people: &[PersonRef<'_>]| AddressField::of(people.iter().map(|it| Recipient::known(it)));
    let to: Vec<PersonRef<'_>> = senders.iter().collect();
    match kind {
        MailAnswerKind::Forward => Addressees::default(),
        MailAnswerKind::Reply | MailAnswerKind::Unknown => Addressees {
            to: of(&to),
            cc: AddressField::default(),
        },
        MailAnswerKind::ReplyAll => {
            let others: Vec<PersonRef<'_>> = to.into_iter().filter(|it| !is_own(it)).collect();
            // Who has only oneself to answer answers oneself.
            let to = if others.is_empty() {
                of(&senders.iter().collect::<Vec<_>>())
            } else {
                of(&others)
            };
            let others = message.summary.to.iter().chain(&message.cc);
            let cc: Vec<PersonRef<'_>> = others
                .filter(|it| !is_own(it) && !to.has(&it.address))
                .collect();
            Addressees { cc: of(&cc), to }
        }
    }
}

type PersonRef<'a> = &'a MailPerson;

/// The subject with `mark` before it, once, however often it has been answered and sent on.
#[must_use]
pub fn subject(of: &str, mark: &str) -> String {
    let line: String = of
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let subject = format!("{mark}{}", unmarked(&line));
    let cut: String = subject.chars().take(LONGEST_MAIL_SUBJECT).collect();
    cut.trim_end().to_owned()
}

/// The subject without the marks before it.
fn unmarked(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once([':', '\u{ff1a}']) {
        // `Re[2]`, `Re (2)`: some programs count.
        let mark = mark.trim();
        let counted = mark
            .trim_end_matches([']', ')'])
            .trim_end_matches(|c: char| c.is_ascii_digit());
        let word = counted.trim_end_matches(['[', '(']).trim().to_lowercase();
        if !MARKS.contains(&word.as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// An empty place to write, and the text that is answered, under a line that says whose it is.
#[must_use]
pub fn quoted(attribution: &str, text: &str) -> String {
    let quote: Vec<String> = sendable(text)
        .trim_end()
        .lines()
        .map(|line| {
            // What is quoted already is marked once more, without a gap.
            let gap = if line.is_empty() || line.starts_with('>') {
                ""
            } else {
                " "
            };
            format!(">{gap}{line}")
        })
        .collect();
    cut(format!("\n\n{attribution}\n{}", quote.join("\n")))
}

/// An empty place to write, and the text that is sent on, under the lines that say what it is.
#[must_use]
pub fn carried(heading: &[String], text: &str) -> String {
    cut(format!(
        "\n\n{}\n\n{}",
        heading.join("\n"),
        sendable(text).trim_end()
    ))
}

/// What is longer than a message can be ends before its end, and there is room to write.
fn cut(text: String) -> String {
    const ROOM: usize = 20_000;
    const SIGN: &str = "\n[…]";
    let most = LONGEST_MAIL_TEXT - ROOM;
    if text.chars().count() <= most {
        return text;
    }
    let mut cut: String = text.chars().take(most).collect();
    cut.push_str(SIGN);
    cut
}
