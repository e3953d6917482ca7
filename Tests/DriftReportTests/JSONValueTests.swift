import Testing

@testable import DriftReport

@Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{0}", #""\n\r\t\u0008\u0000""#), ("日本👍", "\"日本👍\""),
    ("\u{202E}\u{61C}\u{2028}\u{7F}\u{85}", #""\u202E\u061C\u2028\u007F\u0085""#),
])
func stringsAreEscaped(text: String, json: String) {
    #expect(JSONValue.string(text).pretty == json + "\n")
}

@Test func valuesAreIndentedInOrder() {
    let value = JSONValue.object([
        "b": .array([.int(-1), .bool(true)]), "none": nil, "a": .object([:]), "c": .array([]),
    ])
    #expect(value.pretty == "{\n  \"b\": [\n    -1,\n    true\n  ],\n  \"a\": {},\n  \"c\": []\n}\n")
}
