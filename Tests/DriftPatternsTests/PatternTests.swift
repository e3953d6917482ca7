import Testing

@testable import DriftPatterns

private func found(_ pattern: String, _ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Pattern(pattern).matches(in: bytes, upTo: 9).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

@Suite struct PatternTests {
    @Test(arguments: [
        ("ab", "xabab", ["ab", "ab"]), ("a|ab", "ab", ["a"]), ("a*", "baa", ["", "aa", ""]), ("a+?", "aa", ["a", "a"]),
        ("a{2,3}", "aaaaa", ["aaa", "aa"]), ("a{2}", "aaa", ["aa"]), ("a{2,}?b", "aaab", ["aaab"]),
        ("[a-c]+", "xabcd", ["abc"]), ("[^a-c]+", "abxyc", ["xy"]), ("[]a]+", "a]b", ["a]"]), ("[a-]+", "a-b", ["a-"]),
        ("^a", "aa", ["a"]), ("a$", "aa", ["a"]), ("\\bab\\b", "cab ab", ["ab"]), ("\\Bb", "b ab", ["b"]),
        ("(?i)straße", "STRAßE Straße", ["STRAßE", "Straße"]), ("(?i:a)b", "Ab aB", ["Ab"]),
        ("(a(?i)b)c", "aBc aBC", ["aBc"]), ("(?i)[а-я]+", "ПРИвет", ["ПРИвет"]), ("(?i)[^a]", "aAb", ["b"]),
        ("\\p{L}+", "née 日本 1", ["née", "日本"]), ("\\p{Han}+", "かな漢字", ["漢字"]), ("\\P{L}+", "a1 b", ["1 "]),
        ("\\d+", "a12٣", ["12٣"]), ("\\w+", "naïve_1 x", ["naïve_1", "x"]), ("\\s", "a\u{A0}b", ["\u{A0}"]),
        ("[\\d\\s]+", "a1 2b", ["1 2"]), ("[\\D]+", "1ab2", ["ab"]), (".+", "ab\ncd", ["ab", "cd"]),
        ("\\u{301}", "e\u{301}", ["\u{301}"]),
        ("a{,2}", "a{,2}", ["a{,2}"]), ("\\(\\)", "()", ["()"]), ("", "é", ["", ""]), ("a||b", "b", ["", ""]),
    ])
    func finds(_ pattern: String, _ text: String, _ matches: [String]) throws {
        #expect(try found(pattern, text) == matches)
    }

    @Test func capturesGroups() throws {
        let text = Array("Figure 12 (b)".utf8)
        let match = try #require(try Pattern("(?:Figure|Fig\\.) (\\d+)( \\((\\w)\\))?( x)?").firstMatch(in: text))
        #expect(
            match.captures.map { $0.map { String(decoding: text[$0], as: UTF8.self) } } == ["12", " (b)", "b", nil])
    }

    @Test func bytesThatAreNotUTF8AreCharacters() throws {
        #expect(try Pattern("a.b").isFound(in: [0x61, 0xFF, 0x62]))
        #expect(try Pattern("^.{3}$").isFound(in: [0xE3, 0x81, 0xFF]))
    }

    @Test func fillsCapturesIn() throws {
        let text = Array("Figure 1.2".utf8)
        let source = try Pattern("Figure (\\S+)")
        let template = try PatternTemplate("(?i)(Abb\\.|abbildung) \\1", groupCount: source.groupCount)
        let pattern = try template.pattern(for: try #require(source.firstMatch(in: text)), in: text)
        #expect(pattern.isFound(in: Array("siehe Abbildung 1.2".utf8)))
        #expect(!pattern.isFound(in: Array("siehe Abbildung 1x2".utf8)))
    }

    @Test(arguments: [
        ("a)", 1, "closes no group"), ("(a", 0, "not closed"), ("[a", 0, "not closed"), ("*a", 0, "repeats nothing"),
        ("a**", 2, "(?:…)"), ("a{2}{3}", 4, "(?:…)"), ("a{3,2}", 1, "swap"), ("a{2000}", 1, "at most 1000"),
        ("a{2", 1, "{2,4}"), ("a\\", 1, "`\\\\`"), ("\\q", 0, "no meaning"),
        ("\\1", 0, "only in the pattern of the target"),
        ("a(?=b)", 1, "look-ahead"), ("(?<n>a)", 0, "look-behind"), ("(?x)a", 0, "followed by"),
        ("[z-a]", 1, "a later one"),
        ("\\p{Foo}", 0, "Lu"), ("\\pL", 0, "in braces"), ("\\u{D800}", 0, "in braces"), ("^*", 1, "anchor"),
        ("((a{900}){900}){900}", 0, "too large"), (String(repeating: "(", count: 60), 50, "nested"),
    ])
    func saysWhatIsWrong(_ pattern: String, _ offset: Int, _ part: String) throws {
        let error = try #require(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error.offset == offset, "\(error)")
        #expect(error.message.contains(part), "\(error)")
    }

    @Test func aReferenceToNoGroupIsWrong() throws {
        let error = try #require(throws: PatternError.self) { try PatternTemplate("a\\2", groupCount: 1) }
        #expect(error.offset == 1 && error.message.contains("has 1"))
    }

    @Test func emptyGroupsAreNotRepeatedForEver() throws {
        #expect(try found("(?:(?:){1000}){1000}a", "a") == ["a"])
    }

    /// Twice the text takes twice the steps, whatever a backtracking search would do.
    @Test(arguments: [
        "(a+)+b", "(a|a)*b", "(a|aa)+b", "(a*)*b", "(.*)(.*)(.*)(.*)b", "(a?){30}a{30}b", "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(x+x+)+y|(a+a+)+b", "((a{1,10}){1,10}){1,10}b",
    ])
    func takesLinearTime(_ pattern: String) throws {
        let pattern = try Pattern(pattern)
        let steps = [1_000, 2_000].map { pattern.countingSteps(in: [UInt8](repeating: 0x61, count: $0)).steps }
        #expect(Double(steps[1]) < 2.1 * Double(steps[0]))
        #expect(steps[0] > 1_000)
    }
}
