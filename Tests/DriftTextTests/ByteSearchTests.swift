import DriftText
import Testing

@Suite struct ByteSearchTests {
    @Test(
        arguments: [
            ("", "ab", 0, nil), ("a", "ab", 0, nil), ("ab", "ab", 0, 0), ("xxab", "ab", 0, 2), ("abab", "ab", 1, 2),
            ("abab", "ab", 3, nil), ("aaab", "aab", 0, 1), ("abcabd", "abd", 0, 3), ("ab", "", 1, 1),
            ("ab", "ab", 9, nil),
        ] as [(String, String, Int, Int?)])
    func findsTheFirst(text: String, needle: String, start: Int, offset: Int?) {
        #expect(Array(text.utf8).firstOffset(of: Array(needle.utf8), from: start) == offset)
    }

    @Test func findsWhatEveryPlaceIsComparedFor() {
        let text = Array("driftdriftlindriftlintdriftlint".utf8)
        let needle = Array("driftlint".utf8)
        for start in 0...text.count {
            let expected = (start...text.count).first { text[$0...].starts(with: needle) }
            #expect(text.firstOffset(of: needle, from: start) == expected)
        }
    }
}
