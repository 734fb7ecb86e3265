//! The page as axe-core judges it, by WCAG 2.2 A and AA and by axe's best practices; knows no page.

use super::{Findings, strings};
use crate::harness::page::Page;
use serde_json::json;
use std::sync::LazyLock;

static SOURCE: LazyLock<Result<String, String>> = LazyLock::new(|| {
    let mending = "`make test` installs axe-core and names its axe.min.js in AXE_JS";
    let file = std::env::var("AXE_JS").map_err(|_| format!("AXE_JS is not set: {mending}"))?;
    std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}; {mending}"))
});

const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Every violation, with where it is.
pub fn axe(page: &Page) -> Findings {
    let source = SOURCE
        .as_ref()
        .unwrap_or_else(|missing| panic!("{missing}"));
    // The driver's own scripts are not the page's: the policy does not stop them.
    if page.run("return typeof axe", &[]) != "object" {
        page.run(source, &[]);
    }
    let script = r"
const [tags] = arguments;
const where = (node) => `${node.target.join(' ')} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`;
// What stands in a frame is the browser's own viewer, which no page can mend.
return axe.run(document, { iframes: false, runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  .then((result) => result.violations
    .map((broken) => `axe ${broken.id}: ${broken.help}: ${broken.nodes.map(where).join('; ')}`));
";
    strings(&page.run(script, &[json!(TAGS)]))
}
