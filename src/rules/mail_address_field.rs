//! Who a message is written to, as it is typed, pasted and chosen; knows no field on a page and no call.

use super::display_label::display_label;
use crate::contract::mail::{LONGEST_MAIL_NAME, MailAddress, MailPerson};
use reading::{InvalidAddress, LONGEST_ADDRESS, Piece, address, is_separator, pieces};

pub mod reading;

#[cfg(test)]
mod tests;

/// Somebody whom a message goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Empty when nobody knows it.
    pub name: String,
    /// The address.
    pub address: String,
    /// True when the server holds it to be outside the organisation; `None` when it was not asked.
    pub external: Option<bool>,
}

/// One field of recipients: those who are chosen, and what is typed and is nobody yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressField {
    /// Who is chosen, each once.
    pub chosen: Vec<Recipient>,
    /// What is typed.
    pub typed: String,
}

impl Recipient {
    /// As somebody typed it.
    #[must_use]
    pub fn typed(address: MailAddress) -> Self {
        let MailAddress { name, address } = address;
        Self {
            name,
            address,
            external: None,
        }
    }

    /// As the server knows them; whatever a name holds that can't be seen is not sent on.
    #[must_use]
    pub fn known(person: &MailPerson) -> Self {
        let name = display_label(&person.name).unwrap_or_default();
        Self {
            name: name.chars().take(LONGEST_MAIL_NAME).collect(),
            address: person.address.clone(),
            external: Some(person.external),
        }
    }

    /// The name that they are shown by.
    #[must_use]
    pub fn label(&self) -> String {
        let address = || display_label(&self.address).unwrap_or_default();
        display_label(&self.name).unwrap_or_else(address)
    }

    /// What is sent.
    #[must_use]
    pub fn wire(&self) -> MailAddress {
        MailAddress {
            name: self.name.clone(),
            address: self.address.clone(),
        }
    }

    /// True when they are outside: as the server said, or else by the domains of the organisation. Of nobody is it said
    /// while neither is known.
    #[must_use]
    pub fn is_external(&self, domains: Option<&[String]>) -> bool {
        let by_domain = || {
            let domain = self
                .address
                .rsplit_once('@')
                .map(|(_, domain)| domain.to_ascii_lowercase());
            domains.is_some_and(|own| domain.is_none_or(|domain| !own.contains(&domain)))
        };
        self.external.unwrap_or_else(by_domain)
    }

    fn is(&self, other: &str) -> bool {
        self.address.eq_ignore_ascii_case(other)
    }
}

impl AddressField {
    /// A field with these, each once.
    #[must_use]
    pub fn of(chosen: impl IntoIterator<Item = Recipient>) -> Self {
        let mut field = Self::default();
        chosen
            .into_iter()
            .for_each(|recipient| field.add(recipient));
        field
    }

    /// A field as it was saved: what is no address is typed text again.
    #[must_use]
    pub fn saved(addresses: &[MailAddress]) -> Self {
        let mut field = Self::default();
        let mut typed = Vec::new();
        for saved in addresses {
            match address(&saved.address) {
                Ok(_) => field.add(Recipient::typed(saved.clone())),
                Err(_) if saved.name.is_empty() => typed.push(saved.address.clone()),
                Err(_) => typed.push(format!("{} <{}>", saved.name, saved.address)),
            }
        }
        field.typed = typed.join(", ");
        field
    }

    /// Adds somebody; who is there already is not there twice, and keeps the better name.
    pub fn add(&mut self, recipient: Recipient) {
        let known = self
            .chosen
            .iter_mut()
            .find(|known| known.is(&recipient.address));
        match known {
            None => self.chosen.push(recipient),
            Some(known) => {
                if known.name.is_empty() {
                    known.name = recipient.name;
                }
                known.external = recipient.external.or(known.external);
            }
        }
    }

    /// True when somebody with that address is chosen.
    #[must_use]
    pub fn has(&self, address: &str) -> bool {
        self.chosen.iter().any(|known| known.is(address))
    }

    /// Takes what somebody types from now on: whoever is named whole and followed by a separator is chosen, the rest stays
    /// typed.
    pub fn type_in(&mut self, typed: &str) {
        self.take(typed, |piece| piece.is_ended);
    }

    /// Takes all that is typed: somebody has finished typing, or pasted it.
    pub fn finish(&mut self, typed: &str) {
        self.take(typed, |_| true);
    }

    fn take(&mut self, typed: &str, is_finished: impl Fn(&Piece<'_>) -> bool) {
        let mut left = String::new();
        for piece in pieces(typed) {
            match &piece.read {
                Some(Ok(found)) if is_finished(&piece) => self.add(Recipient::typed(found.clone())),
                _ => left.push_str(piece.raw),
            }
        }
        // Blanks and separators that are left of those who were taken name nobody.
        let names_somebody = left.chars().any(|letter| !is_separator(letter));
        self.typed = if names_somebody {
            left.trim_start_matches(is_separator).to_owned()
        } else {
            String::new()
        };
    }

    /// Chooses somebody of the directory in place of what is being typed.
    pub fn choose(&mut self, recipient: Recipient) {
        let cut = pieces(&self.typed)
            .last()
            .filter(|piece| !piece.is_ended)
            .map_or(0, |piece| piece.raw.len());
        self.typed.truncate(self.typed.len() - cut);
        self.add(recipient);
        let rest = std::mem::take(&mut self.typed);
        self.finish(&rest);
    }

    /// What is being typed, without what stands before it: what the directory is asked for.
    #[must_use]
    pub fn query(&self) -> &str {
        let pieces = pieces(&self.typed);
        pieces
            .last()
            .filter(|piece| !piece.is_ended)
            .map_or("", |piece| piece.raw.trim())
    }

    /// What is wrong with what is typed.
    #[must_use]
    pub fn mistake(&self) -> Option<InvalidAddress> {
        pieces(&self.typed)
            .into_iter()
            .find_map(|piece| piece.read?.err())
    }

    /// Everybody, and what is typed as an address that is not finished: what a draft keeps.
    #[must_use]
    pub fn kept(&self) -> Vec<MailAddress> {
        let mut all: Vec<MailAddress> = self.chosen.iter().map(Recipient::wire).collect();
        for piece in pieces(&self.typed) {
            match piece.read {
                Some(Ok(found)) => all.push(found),
                Some(Err(_)) => {
                    let text: Vec<char> = piece.raw.trim_matches(is_separator).chars().collect();
                    let parts = text.chunks(LONGEST_ADDRESS);
                    all.extend(parts.map(|part| MailAddress {
                        name: String::new(),
                        address: part.iter().collect(),
                    }));
                }
                None => {}
            }
        }
        all
    }

    /// True when nobody is chosen and nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.typed.trim().is_empty()
    }
}
