import TestSupport
import Testing

@Suite struct HTMLCheckerTests {
  static let page = """
    <!DOCTYPE html><html lang="de"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;"><title>T</title>\
    <style>body { color: #111111; background-color: #ffffff; } @media print { p { margin: 0; } }</style></head><body>\
    <h1>One</h1><h2>Two</h2><p id="p"><a href="other.html">there</a> <a href="https://example.org" rel="noreferrer">x</a></p>\
    <label for="f">Name</label><input id="f" type="text" readonly value="a > b" aria-describedby="p"></body></html>
    """

  @Test func aGoodPageHasNoFault() { #expect(HTMLChecker.violations(of: Self.page, beside: ["other.html"]) == []) }

  @Test(arguments: [
    ("<!DOCTYPE html>", ""), (" lang=\"de\"", ""), ("<title>T</title>", "<title></title>"),
    ("<h2>Two</h2>", "<h3>Two</h3>"), ("<h2>Two</h2>", "<h1>Two</h1>"), ("<h1>One</h1>", ""),
    ("<h2>Two</h2>", "<h2> </h2>"),
    ("<label for=\"f\">Name</label>", ""), ("<label for=\"f\">Name</label>", "<label for=\"f\"></label>"),
    (" readonly", ""), ("id=\"p\"", "id=\"f\""), ("<p id=\"p\">", "<p>"), ("<h2>", "<script>x</script><h2>"),
    ("<h2>", "<img><h2>"), ("<h2>", "<h2 onclick=\"x\">"), ("<p id", "<p style=\"color: red\" id"),
    ("other.html", "gone.html"), ("https://", "http://"), (" rel=\"noreferrer\"", ""), ("#111111", "#999999"),
    ("color: #111111; ", ""), ("margin: 0", "background: url(x)"), ("</h2>", ""), ("default-src", "img-src"),
    ("width=device-width, initial-scale=1", "width=device-width, maximum-scale=1.0"),
    ("margin: 0", "font-size: 0.6rem"),
  ])
  func everySpoiltPageIsFound(old: String, new: String) throws {
    #expect(Self.page.contains(old))
    #expect(
      HTMLChecker.violations(of: Self.page.replacing(old, with: new, maxReplacements: 1), beside: ["other.html"]) != [])
  }
}
