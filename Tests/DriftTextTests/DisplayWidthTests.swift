import DriftText
import Testing

@Test(arguments: [
    ("", 0), ("plain", 5), ("größe", 5), ("e\u{301}", 1), ("日本語", 6), ("ｶﾅ", 2), ("Ａ！", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("नि", 2), ("a\u{200B}b", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2),
    ("🇯🇵", 2),
    ("☂", 1), ("☂\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("☝🏽", 2), ("𠀋", 2), ("…│", 2), ("、。", 4), ("‘’", 2),
    ("\u{AD}", 0), ("䷀", 2), ("🫩", 2),
])
func displayWidth(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
}
