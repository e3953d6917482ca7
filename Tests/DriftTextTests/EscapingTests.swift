import DriftText
import Testing

@Test(arguments: [
    ("plain 日本 👩‍👧", "plain 日本 👩‍👧"), ("a\tb", "a b"), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\r\nb", "a\\u{D}\\u{A}b"),
    ("\u{7F}\u{85}\u{9B}", "\\u{7F}\\u{85}\\u{9B}"), ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"),
    ("\u{200E}\u{200F}\u{061C}", "\\u{200E}\\u{200F}\\u{61C}"), ("\u{2028}", "\\u{2028}"), ("e\u{301}\t", "e\u{301} "),
])
func escapedForDisplay(text: String, shown: String) {
    #expect(Array(text.escapedForDisplay.utf8) == Array(shown.utf8))
}

@Test func nothingUnsafeIsLeft() {
    let everything = String(String.UnicodeScalarView((0...0x2100).compactMap(Unicode.Scalar.init)))
    let unsafe = everything.escapedForDisplay.unicodeScalars.filter(\.isUnsafeToDisplay)
    #expect(unsafe.isEmpty)
}
