//! Proof that the run finds what is wrong with documents and their files: one fault each, and backends whose answers are spoilt.

use super::backend::{Backend, Site};
use super::faulty_answers::{PROBLEM, STORED, answer, finds};
use super::{
    Check, document_files, document_names, document_requests, document_search, documents,
    operations, report,
};
use serde_json::json;

#[test]
fn each_fault_of_a_file_is_found() {
    type Header = (&'static str, &'static str);
    let (png, pdf): (Header, Header) = (
        ("content-type", "image/png"),
        ("content-type", "application/pdf"),
    );
    let whole = [
        STORED,
        ("accept-ranges", "bytes"),
        ("etag", "\"5d41402abc4b2a76\""),
        (
            "content-disposition",
            "inline; filename=\"document-2026-09-01.png\"",
        ),
    ];
    let path = "/documents/d_1/content";
    let with = |status, more: &[Header], but: &str, instead: Option<Header>| {
        let kept = whole.iter().filter(|(name, _)| *name != but);
        let headers: Vec<Header> = kept.chain(more).copied().chain(instead).collect();
        answer("GET", path, status, &headers, "bytes")
    };
    let part = ("content-range", "bytes 0-4/12");
    for kept in [
        with(200, &[png], "", None),
        // Any other type, which the document does not name.
        with(200, &[("content-type", "application/zip")], "", None),
        with(206, &[pdf, part], "", None),
    ] {
        assert_eq!(kept.faults(), Vec::<String>::new());
    }
    for (name, wrong) in [
        ("accept-ranges", ("accept-ranges", "none")),
        ("etag", ("etag", "W/\"5d41402abc4b2a76\"")),
        ("etag", ("etag", "unquoted")),
        (
            "content-disposition",
            ("content-disposition", "inline; filename=\"Arrêté.pdf\""),
        ),
        (
            "content-disposition",
            ("content-disposition", "inline; filename=\"../x.pdf\""),
        ),
        (
            "content-disposition",
            ("content-disposition", "inline; filename=\"x.pdf.exe\""),
        ),
        ("content-disposition", ("content-disposition", "attachment")),
        ("cache-control", ("cache-control", "max-age=60")),
    ] {
        for instead in [Some(wrong), None] {
            let found = with(200, &[png], name, instead).faults();
            assert!(!found.is_empty(), "{name}: {instead:?}");
        }
    }
    finds(&with(206, &[pdf], "", None), "Content-Range");
    let told = ("content-range", "bytes */12");
    finds(&with(206, &[pdf, told], "", None), "Content-Range");
    let problem =
        json!({ "status": 416, "code": "range_not_satisfiable", "trace_id": "0123456789" });
    let refused = |headers: &[Header]| answer("GET", path, 416, headers, &problem.to_string());
    assert_eq!(
        refused(&[STORED, PROBLEM, told]).faults(),
        Vec::<String>::new()
    );
    finds(&refused(&[STORED, PROBLEM]), "Content-Range");
    finds(&refused(&[STORED, PROBLEM, part]), "Content-Range");
}

#[test]
fn a_backend_whose_documents_are_spoilt_on_the_way_is_found_out() {
    let backend = Backend::in_process(Site::Http);
    let groups: [&[Check]; 6] = [
        documents::CHECKS,
        document_search::CHECKS,
        document_files::CHECKS,
        document_names::CHECKS,
        document_requests::CHECKS,
        operations::CHECKS,
    ];
    let broken = |groups: &[&'static [Check]], path: &str, kind: &str| {
        let fault = json!({ "method": "*", "path": path, "kind": kind, "times": 10_000 });
        let spoilt = groups.iter().copied().flatten().filter(|check| {
            backend.reset().unwrap();
            backend.door.beside("/test/faults", &fault).unwrap();
            report::run(&backend, std::iter::once(*check)).kept == 0
        });
        spoilt.count()
    };
    // All but the eight that begin with a reset, which takes the fault back.
    let all = groups.iter().map(|group| group.len()).sum::<usize>() - 8;
    let found = broken(&groups, "/api/v1/documents*", "wrong_type");
    assert!(found >= all, "{found} of {all}");
    for kind in ["truncate", "corrupt"] {
        let found = broken(&groups[2..4], "/api/v1/documents/*", kind);
        assert!(found >= 7, "{kind}: {found}");
    }
}
