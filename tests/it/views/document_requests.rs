//! Asking for a certificate: the form in every state, what became of a try, the receipt, and following what was asked for.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::document_request_failure::RequestFailure;
use nomade::components::document_request_form::{DocumentRequestDraft, LastTry};
use nomade::components::document_request_receipt::Recorded;
use nomade::contract::documents::{DocumentRequest, DocumentRequests};
use nomade::contract::problem::{FieldProblem, Problem, ProblemCode};
use nomade::i18n::locale::Locale;
use nomade::pages::documents_page::requesting::{
    Requesting, Sending, draft_of_request, sending_of_request, use_requesting,
};
use nomade::pages::documents_page::requests::RequestsView;
use nomade::rules::document_request::InvalidDocumentRequest;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

/// The tab with what `change` makes of it.
pub fn tab(
    locale: Locale,
    data: DocumentRequests,
    change: impl FnOnce(Requesting) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let requests = Loader::fixed(Load::Loaded(data));
        let requesting = Requesting::new(Callback::new(|()| ()));
        change(requesting);
        view! { <RequestsView requests requesting/> }
    })
}

fn several() -> DocumentRequests {
    fixture("documents/requests_several")
}

fn failed(why: RequestFailure) -> String {
    tab(Locale::Fr, several(), move |requesting| {
        requesting.failure.set(Some(why));
    })
}

#[test]
fn each_kind_says_what_it_is_good_for_and_how_long_it_takes() {
    let html = tab(Locale::Fr, several(), |_| ());
    for words in [
        "Attestation d’emploi",
        "Que vous travaillez à la Ville, et depuis quand. Délai habituel\u{a0}: immédiat.",
        "Délai habituel\u{a0}: 2 jours ouvrés.",
        "Précisions (facultatif)",
        "Envoyer la demande",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("type=\"radio\"").count(), 3, "{html}");
    // Said to everybody, and never in the browser's own words.
    assert!(
        html.contains("Quelle attestation\u{202f}? (obligatoire)"),
        "{html}"
    );
    assert_eq!(html.matches(" required").count(), 3, "{html}");
    assert!(html.contains("novalidate"), "{html}");
    assert_eq!(html.matches("id=\"request-kind\"").count(), 1, "{html}");
    assert!(!html.contains("error-summary") && !html.contains("field__error"));
    assert!(tab(Locale::En, several(), |_| ()).contains("Usual time: 10 working days."));
}

#[test]
fn where_nothing_is_offered_there_is_no_form() {
    let html = tab(
        Locale::Fr,
        fixture("documents/requests_nothing_offered"),
        |_| (),
    );
    assert!(
        html.contains("Aucune attestation ne peut être demandée") && !html.contains("<form"),
        "{html}"
    );
    let html = tab(Locale::Fr, fixture("documents/requests_none"), |_| ());
    assert!(
        html.contains("Vous n’avez encore rien demandé.") && html.contains("<form"),
        "{html}"
    );
}

#[test]
fn each_request_says_how_far_it_is_and_leads_to_what_is_ready() {
    let html = tab(Locale::Fr, several(), |_| ());
    for words in [
        "<strong>Demande reçue</strong> le 22 novembre 2026",
        "<strong>En cours de traitement</strong>, depuis le 17 novembre 2026",
        "<strong>Attestation disponible</strong> le 5 octobre 2026",
        "<strong>Demande refusée</strong> le 4 mars 2026",
        "Demandée le 16 novembre 2026",
        "Attendue pour le 30 novembre 2026",
        "<bdi lang=\"fr\">Ces services relèvent d’un autre employeur",
        "href=\"/space/documents/d_2fPq\"",
        "Pour un dossier de location.",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("Ouvrir l’attestation").count(), 1, "{html}");
    let newer: DocumentRequest = fixture("documents/request_state.newer");
    let data = DocumentRequests {
        items: vec![newer],
        ..several()
    };
    assert!(tab(Locale::En, data, |_| ()).contains("In progress"));
}

#[test]
fn what_is_missing_is_said_at_its_field_and_in_the_summary() {
    let html = failed(RequestFailure::Incomplete(vec![
        InvalidDocumentRequest::NoKind,
    ]));
    assert_eq!(
        html.matches("Choisissez l’attestation").count(),
        2,
        "{html}"
    );
    assert!(
        html.contains("href=\"#request-kind\"")
            && html.contains("aria-describedby=\"request-kind-error\""),
        "{html}"
    );
    let html = tab(Locale::Fr, several(), |requesting| {
        draft_of_request().update(|draft| draft.note = "é".repeat(1003));
        let wrong = vec![InvalidDocumentRequest::NoteTooLong];
        requesting
            .failure
            .set(Some(RequestFailure::Incomplete(wrong)));
    });
    assert!(
        html.contains("3 caractères de trop.") && html.contains("href=\"#request-note\""),
        "{html}"
    );
    assert!(
        !html.contains("maxlength=\"1000\""),
        "what is pasted is never cut"
    );
}

#[test]
fn what_the_portal_refuses_is_said_at_its_field() {
    let refused = Problem {
        status: 422,
        code: ProblemCode::InvalidFields,
        trace_id: "t-1".to_owned(),
        fields: vec![FieldProblem {
            name: "kind".to_owned(),
            code: "unknown".to_owned(),
        }],
        retry_after: None,
        address: None,
        until: None,
    };
    let html = failed(RequestFailure::Call(ApiError::Refused(refused)));
    assert_eq!(
        html.matches("ne peut plus être demandée").count(),
        2,
        "{html}"
    );
}

#[test]
fn each_failure_keeps_the_form_and_has_at_most_one_next_step() {
    for (why, words) in [
        (RequestFailure::NotRecorded, "n’est pas encore enregistrée"),
        (RequestFailure::Lost, "elle ne comptera qu’une fois"),
        (RequestFailure::Call(ApiError::Offline), "pas de réseau"),
        (
            RequestFailure::Call(ApiError::Refused(fixture("problem/not_found"))),
            "La demande n’est pas partie",
        ),
        (
            RequestFailure::Call(ApiError::SignedOut),
            "La demande n’est pas partie",
        ),
    ] {
        let html = failed(why.clone());
        let (_, summary) = html.split_once("id=\"error-summary\"").unwrap();
        let summary = summary.split("<form").next().unwrap();
        let copies = usize::from(summary.contains("trace-reference"));
        assert!(
            summary.matches("class=\"button\"").count() <= 1 + copies,
            "{why:?}: {summary}"
        );
        if why != RequestFailure::Call(ApiError::Offline) {
            assert!(summary.contains(words), "{why:?}: {summary}");
        }
        assert!(html.contains("id=\"request-note\""), "{html}");
    }
}

#[test]
fn who_comes_back_finds_what_was_written_and_how_the_last_try_ended() {
    for (last_try, words) in [
        (LastTry::NotSent, "n’est pas encore partie"),
        (LastTry::NotRecorded, "n’est pas encore enregistrée"),
        (LastTry::Lost, "a peut-être été enregistrée"),
    ] {
        let html = tab(Locale::Fr, several(), move |_| {
            draft_of_request().set(DocumentRequestDraft {
                kind: "salary".to_owned(),
                key: "k".to_owned(),
                last_try,
                ..DocumentRequestDraft::default()
            });
        });
        assert!(html.contains(words), "{html}");
    }
    let busy = tab(Locale::Fr, several(), |requesting| {
        let on_its_way = |sending: &mut Sending| sending.under_way = Some("k".to_owned());
        requesting.sending.update(on_its_way);
    });
    assert!(busy.contains("aria-disabled=\"true\"") && busy.contains("readonly"));
}

#[test]
fn the_receipt_says_what_was_recorded_and_where_to_follow_it() {
    let html = tab(Locale::Fr, several(), |requesting| {
        let recorded = Recorded {
            request: Some(fixture("documents/request_received")),
            after_all: false,
        };
        let arrive = |sending: &mut Sending| sending.recorded = Some(recorded);
        requesting.sending.update(arrive);
    });
    for words in [
        "Votre demande a bien été enregistrée",
        "Attestation de salaire",
        "Attendue pour le 24 novembre 2026",
        "Suivez-la dans la liste",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("s’était perdue"), "{html}");
    let html = tab(Locale::Fr, several(), |requesting| {
        let recorded = Recorded {
            request: None,
            after_all: true,
        };
        let arrive = |sending: &mut Sending| sending.recorded = Some(recorded);
        requesting.sending.update(arrive);
    });
    assert!(
        html.contains("la demande est enregistrée, une seule fois"),
        "{html}"
    );
}

#[test]
fn a_page_that_comes_back_finds_what_is_on_its_way_and_then_its_receipt() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        let requests = Loader::fixed(Load::Loaded(several()));
        let page = Owner::new();
        let left = page.with(|| use_requesting(requests));
        left.sending
            .update(|sending| sending.under_way = Some("k".to_owned()));
        page.cleanup();
        // The answer comes to no page.
        sending_of_request().update(|sending| {
            sending.recorded = Some(Recorded {
                request: Some(fixture("documents/request_received")),
                after_all: false,
            });
        });
        let requesting = use_requesting(requests);
        view! { <RequestsView requests requesting/> }
    });
    assert!(
        html.contains("Votre demande a bien été enregistrée"),
        "{html}"
    );
    assert!(html.contains("aria-disabled=\"true\""), "{html}");
    // Once told, it is told no more.
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        let requests = Loader::fixed(Load::Loaded(several()));
        let page = Owner::new();
        page.with(|| use_requesting(requests));
        sending_of_request().update(|sending| {
            sending.recorded = Some(Recorded {
                request: None,
                after_all: false,
            });
        });
        page.cleanup();
        let requesting = use_requesting(requests);
        view! { <RequestsView requests requesting/> }
    });
    assert!(!html.contains("request-receipt__heading"), "{html}");
}
