/// A page of the kit: one file, no script, nothing loaded from elsewhere.
struct HTMLPage {
  /// The language of the page, as a BCP 47 tag.
  let language: String
  /// What the window is called.
  let title: String
  /// What the page says.
  let body: [HTML]

  /// The file.
  var bytes: [UInt8] {
    // Even a browser that is told otherwise loads nothing for this page and runs nothing in it.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
    let head: [HTML] = [
      .element(.meta, [.charset("utf-8")], []),
      .element(.meta, [.name("viewport"), .content("width=device-width, initial-scale=1")], []),
      .element(.meta, [.httpEquivalent("Content-Security-Policy"), .content(policy)], []),
      .element(.meta, [.name("referrer"), .content("no-referrer")], []),
      .element(.title, [], [.text(title)]),
    ]
    let lines =
      ["<!DOCTYPE html>", "<html lang=\"\(HTML.escaped(language))\">", "<head>"] + head.map(\.markup)
      + ["<style>", Self.style, "</style>", "</head>", "<body>", "<main>"] + body.map(\.markup)
      + ["</main>", "</body>", "</html>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// One look on every screen: dark on white in every scheme, because a form is copied from and printed.
  ///
  /// Every rule that sets a colour sets its background too, so that contrast can be computed rule by rule.
  private static let style = """
    :root { color-scheme: light; }
    body { margin: 0; color: #1b1b1b; background-color: #ffffff; font: 100%/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
    main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 2px solid #1f4e79; }
    h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.75rem 0 0.5rem; }
    p, ul, ol, dl { margin: 0 0 0.85rem; }
    ul, ol { padding-left: 1.5rem; }
    li { margin-bottom: 0.4rem; }
    li > p { margin-bottom: 0.3rem; }
    a { color: #1f4e79; background-color: #ffffff; text-decoration: underline; overflow-wrap: anywhere; }
    a:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
    code { font: 0.95em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: #1b1b1b; background-color: #eef2f6; padding: 0.1em 0.3em; overflow-wrap: anywhere; }
    .facts { list-style: none; padding: 0.75rem 1rem 0.4rem; color: #1b1b1b; background-color: #eef2f6; border-left: 6px solid #1f4e79; }
    .facts li { margin-bottom: 0.5rem; }
    .notice { padding: 0.75rem 1rem 0.1rem; margin: 1rem 0; color: #1b1b1b; background-color: #fff6dd; border-left: 6px solid #8a5a00; }
    .notice h3 { margin-top: 0; }
    .field { margin: 0 0 1rem; }
    label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
    .hint { font-size: 0.9rem; margin: 0.25rem 0 0; color: #3d3d3d; background-color: #ffffff; }
    input, textarea { display: block; box-sizing: border-box; width: 100%; font: inherit; color: #1b1b1b; background-color: #ffffff; border: 1px solid #5c6670; border-radius: 3px; padding: 0.45rem 0.6rem; }
    textarea { resize: vertical; field-sizing: content; }
    .open { color: #1b1b1b; background-color: #ffffff; border: 1px dashed #5c6670; border-radius: 3px; padding: 0.45rem 0.6rem; }
    @media print {
      main { max-width: none; padding: 0; }
      h2, h3 { break-after: avoid; }
      .field, .facts, .notice, li { break-inside: avoid; }
      textarea { resize: none; }
    }
    """
}
