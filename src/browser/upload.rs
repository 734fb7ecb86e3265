//! A file of the device on its way to the portal, with how far it is; knows no resource, and puts no name of a file on the wire by itself.
//!
//! The file stays a value of the browser. What the program holds is a ticket for it: the file is forgotten with the last
//! one.

use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlInputElement, ProgressEvent, XmlHttpRequest};

/// An upload of which nothing moves for so long is given up.
const STALL: Duration = Duration::from_secs(30);

thread_local! {
    static HELD: RefCell<HashMap<u32, File>> = RefCell::new(HashMap::new());
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// A file that somebody chose; the same for all its clones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldFile(Arc<Ticket>);

#[derive(Debug, PartialEq, Eq)]
struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        // As the program ends there may be none left.
        let _ = HELD.try_with(|held| held.try_borrow_mut().map(|mut held| held.remove(&self.0)));
    }
}

/// What the device says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFile {
    /// The file.
    pub held: HeldFile,
    /// Its name on the device, for nobody but who chose it.
    pub name: String,
    /// Its length, in bytes.
    pub size: u64,
}

/// The file that was chosen in a field; the field is emptied, so that the same one can be chosen again.
#[must_use]
pub fn chosen(event: &JsValue) -> Option<ChosenFile> {
    let target = Reflect::get(event, &"target".into()).ok()?;
    let input: HtmlInputElement = target.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    let (name, size) = (file.name(), whole(file.size()));
    Some(ChosenFile {
        held: hold(file),
        name,
        size,
    })
}

/// All the files that were chosen in a field, each with the media type that the device says; the field is emptied.
#[must_use]
pub fn all_chosen(event: &JsValue) -> Vec<(ChosenFile, String)> {
    let target = Reflect::get(event, &"target".into()).ok();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, files)) = input.and_then(|input| input.files().map(|files| (input, files)))
    else {
        return Vec::new();
    };
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    input.set_value("");
    let chosen = files.into_iter().map(|file| {
        let (name, size, said) = (file.name(), whole(file.size()), file.type_());
        let held = hold(file);
        (ChosenFile { held, name, size }, said)
    });
    chosen.collect()
}

fn hold(file: File) -> HeldFile {
    let id = NEXT.get();
    NEXT.set(id.wrapping_add(1));
    HELD.with_borrow_mut(|held| held.insert(id, file));
    HeldFile(Arc::new(Ticket(id)))
}

impl HeldFile {
    fn file(&self) -> Option<File> {
        HELD.with_borrow(|held| held.get(&self.0.0).cloned())
    }

    /// A ticket for nothing, for tests and views.
    #[must_use]
    pub fn of_nothing() -> Self {
        Self(Arc::new(Ticket(u32::MAX)))
    }

    /// The first bytes of it, `most` at the utmost; `None` when the device can't read it (any more).
    pub async fn head(&self, most: usize) -> Option<Vec<u8>> {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let start: Blob = self
            .file()?
            .slice_with_f64_and_f64(0.0, f64::from(most))
            .ok()?;
        // Absent before Safari 14.
        let read: Function = Reflect::get(&start, &"arrayBuffer".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let read: Promise = read.call0(&start).ok()?.dyn_into().ok()?;
        let buffer: ArrayBuffer = JsFuture::from(read).await.ok()?.dyn_into().ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// The status; 0 for none.
    pub status: u16,
    /// The `Content-Type` header, empty without one.
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// Sends the bytes of a file as the body of a `POST`, and tells how many have gone; dropped, it is given up. `None` when
/// no answer came.
pub async fn send(
    file: &HeldFile,
    url: &str,
    headers: &[(&str, &str)],
    told: Box<dyn Fn(u64)>,
) -> Option<Uploaded> {
    let (file, request) = (file.file()?, XmlHttpRequest::new().ok()?);
    request.open_with_async("POST", url, true).ok()?;
    request.set_with_credentials(true);
    for (name, value) in headers {
        request.set_request_header(name, value).ok()?;
    }
    let _abort = Abort(request.clone());
    let stall = Rc::new(Stall::default());
    stall.begin(&request);
    let progress = {
        let (stall, request) = (Rc::clone(&stall), request.clone());
        Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            stall.begin(&request);
            told(whole(event.loaded()));
        })
    };
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
    }
    let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    request.send_with_opt_blob(Some(&file)).ok()?;
    let _ = JsFuture::from(ended).await;
    stall.end();
    let status = request.status().ok().filter(|status| *status != 0)?;
    let content_type = request.get_response_header("content-type").ok().flatten();
    Some(Uploaded {
        status,
        content_type: content_type.unwrap_or_default(),
        body: request.response_text().ok().flatten().unwrap_or_default(),
    })
}

/// Gives the upload up when dropped; one that has ended is left as it is.
struct Abort(XmlHttpRequest);

impl Drop for Abort {
    fn drop(&mut self) {
        if let Ok(upload) = self.0.upload() {
            upload.set_onprogress(None);
        }
        self.0.set_onloadend(None);
        let _ = self.0.abort();
    }
}

/// Gives the upload up when nothing moves.
#[derive(Default)]
struct Stall(Cell<Option<TimeoutHandle>>);

impl Stall {
    fn begin(&self, request: &XmlHttpRequest) {
        self.end();
        let request = request.clone();
        let ends = set_timeout_with_handle(
            move || {
                let _ = request.abort();
            },
            STALL,
        );
        self.0.set(ends.ok());
    }

    fn end(&self) {
        if let Some(timeout) = self.0.take() {
            timeout.clear();
        }
    }
}

impl Drop for Stall {
    fn drop(&mut self) {
        self.end();
    }
}

/// A number of bytes as the browser tells it.
fn whole(bytes: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it saturates, and is whole"
    )]
    let bytes = bytes as u64;
    bytes
}
