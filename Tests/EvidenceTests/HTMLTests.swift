import Evidence
import Matter
import Testing

@Suite struct HTMLTests {
  /// The text section of a mail that is this HTML, without its note.
  private func text(_ html: String) throws -> String {
    let bytes = MailTests.mail("Content-Type: text/html; charset=utf-8\n\n" + html)
    let exhibit = try maker().exhibit(number: 1, from: entry("a.eml"), bytes: bytes)
    let lines = outline(exhibit.content).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("note: The e-mail exists as HTML only.") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("# Path") })
    return lines[(start + 1)..<end].joined(separator: "\n")
  }

  @Test(arguments: [
    ("<p>one</p><p>two<br>three</p>", "verbatim: one\nverbatim: two / three"),
    ("a  b\n c&nbsp;&eacute;&#8364;&#x20AC;&#150;&unknown;&amp", "verbatim: a b c\u{A0}é€€–&unknown;&"),
    ("<script>var a='<p>no</p>'</script><style>p{}</style>yes<title>no</title>", "verbatim: yes"),
    ("<SCRIPT>no</ScRiPt >yes<!-- no > no -->!<!doctype x>", "verbatim: yes!"),
    ("<ul><li>a<li>b</ul><ol><li>x</li><li>y</li></ol>", "verbatim: • a / • b / 1. x / 2. y"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "verbatim: a b / c"),
    (
      "top<blockquote>in<blockquote>deep</blockquote>out</blockquote>end",
      "verbatim: top\nquote\n  verbatim: in\n  quote\n    verbatim: deep\n  verbatim: out\nverbatim: end"
    ),
    (
      "<a href='https://example.com/x'>form</a> <a href='javascript:alert(1)'>no</a>",
      "verbatim: form <https://example.com/x> no"
    ),
    ("<a href=https://example.com>https://example.com</a>", "verbatim: https://example.com"),
    (
      "a<img src='https://example.com/t.gif' width=1 height=1>b<img alt='a cat'>c<img>d<img alt=''>",
      "verbatim: ab[picture: a cat]c[picture]d"
    ),
    ("<div style='display: none'>no<div>no</div></div>yes<span hidden>no</span>", "verbatim: yes"),
    ("<div style='display:none'>never closed <div>x</div>", "verbatim: never closed / x"),
    ("<p style='display:none'>no<p>yes", "verbatim: yes"),
    ("<pre>a\n  b</pre>c", "verbatim: a /   b\nverbatim: c"),
    ("1 < 2 <3 and <b", "verbatim: 1 < 2 <3 and"),
    ("<td", ""),
  ])
  func readersTextOfHTML(html: String, expected: String) throws {
    #expect(try text(html) == expected)
  }

  @Test func endlessMarkupEnds() throws {
    for piece in ["<", "<a ", "<a href=\"", "<!--", "&", "<div>", "<blockquote>", "<ul><li>", "<script>", "</"] {
      _ = try text(String(repeating: piece, count: 20_000) + "x")
    }
  }
}
