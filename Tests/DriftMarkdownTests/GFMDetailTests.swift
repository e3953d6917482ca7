import Testing

@testable import DriftMarkdown
@testable import DriftText

/// What the specification leaves open and the reference implementation decides.
@Test(arguments: [
    ("- [x] \n", "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> </li>\n</ul>\n"),
    ("- [ ]\n", "<ul>\n<li>[ ]</li>\n</ul>\n"),
    ("- [ ]\ta\n", "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n</ul>\n"),
    (
        "- [ ] \n      a\n",
        "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> \n<pre><code>a\n</code></pre>\n</li>\n</ul>\n"
    ),
    (
        "+ [ ] a\n\n+ b\n",
        "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> \n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"
    ),
    ("![a<br>b](c)\n", "<p><img src=\"c\" alt=\"a&lt;br&gt;b\" /></p>\n"),
    ("www.a.b_", "<p><a href=\"http://www.a.b\">www.a.b</a>_</p>\n"),
    ("www.a.b_\nc\n", "<p>www.a.b_\nc</p>\n"),
    ("www.\n", "<p>www.</p>\n"),
    ("http://a\n", "<p><a href=\"http://a\">http://a</a></p>\n"),
])
func detailsAreAsInTheReferenceImplementation(markdown: String, html: String) {
    let document = Document(SourceText(markdown), dialect: .gfm)
    #expect(String(decoding: HTMLRenderer.render(document), as: UTF8.self) == html)
}
