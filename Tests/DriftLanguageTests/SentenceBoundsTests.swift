import DriftLanguage
import Testing

@Suite struct SentenceBoundsTests {
    @Test(arguments: [
        ("One here. Two there! Three?", ["One here.", "Two there!", "Three?"]),
        (
            "See section 3.5 of it, e.g. The Guide. Then go on.",
            ["See section 3.5 of it, e.g. The Guide.", "Then go on."]
        ),
        ("Written by J. Smith in 2020. He left.", ["Written by J. Smith in 2020.", "He left."]),
        ("He said “no.” She went.", ["He said “no.”", "She went."]),
        ("一つ目です。二つ目ですか？三つ目", ["一つ目です。", "二つ目ですか？", "三つ目"]),
        ("（括弧です。）次です。", ["（括弧です。）", "次です。"]),
        ("पहला वाक्य। दूसरा वाक्य।", ["पहला वाक्य।", "दूसरा वाक्य।"]),
        ("No end", ["No end"]),
        ("", []),
    ])
    func areFoundInEachScript(text: String, sentences: [String]) {
        let bytes = Array(text.utf8)
        let found = SentenceBounds.sentences(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == sentences)
    }

    /// Whatever the bytes, nothing but space is left out, and nothing is in two sentences.
    @Test(arguments: ["a. b.  c", "...", ". . .", "。。a", "\u{FF0E}x!?", "a.\u{2019}\u{2019} B", "1. 2. 3."])
    func coverTheText(text: String) {
        let bytes = Array(text.utf8)
        var place = 0
        for sentence in SentenceBounds.sentences(in: bytes) {
            #expect(bytes[place..<sentence.lowerBound].allSatisfy { $0 == 0x20 })
            #expect(!sentence.isEmpty)
            place = sentence.upperBound
        }
        #expect(bytes[place...].allSatisfy { $0 == 0x20 })
    }
}
