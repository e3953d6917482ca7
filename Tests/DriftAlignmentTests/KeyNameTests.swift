import Testing

@testable import DriftAlignment

@Suite("Keys and acronyms in running text")
struct KeyNameTests {
    @Test(
        "keys are read with their modifiers",
        arguments: [
            ("Press Ctrl+Shift+P or ⌘⇧K.", ["Ctrl+Shift+P", "⌘⇧K"]),
            ("Drücken Sie Strg + Umschalt + P, Alt-F4 oder F5.", ["Strg + Umschalt + P", "Alt-F4", "F5"]),
            ("Pulse Mayús+F10 o ⌘ + K", ["Mayús+F10", "⌘ + K"]),
            ("按Ctrl+C键", ["Ctrl+C"]), ("++ctrl+c++", ["ctrl+c"]),
        ])
    func keys(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        let found = KeyCombination.all(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(found == expected)
    }

    @Test(
        "words with signs between them are no keys",
        arguments: ["a+b, Option A", "option-a and shift-1", "Ctrl+Click, Ctrl+/ and C++", "FF, F0, F100, 5F, Fé", "⌘"])
    func noKeys(text: String) {
        #expect(KeyCombination.all(in: Array(text.utf8)).isEmpty)
    }

    @Test(
        "acronyms stand by themselves",
        arguments: [
            ("HTTPS, SSO and GB18030; UTF-8", ["HTTPS", "SSO", "GB18030", "UTF"]), ("使用HTTPS协议", ["HTTPS"]),
            ("URLs, README.md, LOG_LEVEL, /USR/BIN, $HOME, OK", []), ("Chapter XIV, ABCDEFG, ÉTAT", []),
        ])
    func acronyms(text: String, expected: [String]) {
        let found = Acronym.all(in: Array(text.utf8)).map { String(decoding: $0.text, as: UTF8.self) }
        #expect(found == expected)
    }
}
