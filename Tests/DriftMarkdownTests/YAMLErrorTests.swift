import DriftText
import Testing

@testable import DriftMarkdown

@Suite struct YAMLErrorTests {
    /// A text, the part that the error points at, and words of its message.
    static let refused: [(text: String, place: String, words: String)] = [
        ("a: &x 1", "&x", "anchors"), ("a: 1\nb: *x", "*x", "“*x”"), ("a: !!str 1", "!!str", "tags"),
        ("[*x, b]", "*x", "aliases"), ("&x a: 1", "&x", "anchors"), ("a: @b", "@b", "quotation marks"),
        ("a: 1\nb: 2\na: 3", "a", "line 1"), ("{a: 1, 'a': 2}", "'a'", "repeated"),
        ("a: b: c", ":", "quotation marks"), ("a: 'b': c", ":", "quotation marks"),
        ("a: - b", "- b", "line of its own"),
        ("a: 1\n  b: 2", "b:", "indentation"), ("a:\n  b: 1\n c: 2", "c: 2", "indentation"),
        ("a: 1\nb", "b", "key: value"),
        ("- a\nb: 1", "b: 1", "indentation"), ("- 'a'\n  - b", "- b", "indentation"), ("\ta: 1", "\t", "tab"),
        ("a:\n\tb: 1", "\t", "tab"), ("a: [b", "[", "closed"), ("a: {b: [c}", "}", "“]”"), ("a: 'b", "'", "closed"),
        ("a: \"b\\q\"", "\\q", "escape"), ("a: \"\\ud800\"", "\\u", "escape"), ("a: 'b' c", "c", "unexpected text"),
        ("a: [b] c", "c", "unexpected text"), ("a: |x\n  b", "x", "unexpected text"),
        ("a: |\n   \n  b", "  ", "empty lines"),
        ("a: ]", "]", "begin"), ("[a, , b]", ",", "begin"), ("[a]: b", "[a]", "key"), ("? a\n: b", "? a", "keys"),
        ("%YAML 1.2\n---\na: 1", "%YAML 1.2\n", "directives"), ("a: 1\n---\nb: 2", "b: 2", "one YAML document"),
        ("--- a", "--- a", "not supported"), ("'a\n b': c", "'a\n b'", "one line"),
    ]

    @Test(arguments: refused)
    func namesWhatIsWrongAndWhere(text: String, place: String, words: String) throws {
        let error = try #require(throws: YAMLError.self) { try YAMLReaderTests.read(text) }
        #expect(SourceText(text).string(error.range) == place)
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test(arguments: [
        ("a: &x 1 # c\nb: 2", "{a: `&x 1 # c`, b: 2}"), ("a: *emphasis* text\nb: 2", "{a: `*emphasis* text`, b: 2}"),
        ("a: &x\n  b: 1\n\n  c: 2\nd: 3", "{a: `&x\n  b: 1\n\n  c: 2`, d: 3}"), ("- !t x\n- y", "[`!t x`, y]"),
        ("[*x, !t [a, b], c]", "[`*x`, `!t [a, b]`, c]"), ("a: @b", "{a: `@b`}"), ("<<: *x\na: 1", "{<<: `*x`, a: 1}"),
        ("a: !t\n- x\n- y\nb: 1", "{a: `!t\n- x\n- y`, b: 1}"),
    ])
    func keepsUnsupportedAsText(text: String, outline: String) throws {
        #expect(YAMLReaderTests.outline(try YAMLReaderTests.read(text, unsupported: .keepAsText)) == outline)
    }

    @Test(arguments: ["[", "{a: ", "- ", "[!t ", "a:\n "])
    func depthIsLimited(opening: String) {
        var text = String(repeating: opening, count: 50_000)
        if opening.hasPrefix("a") { text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined() }
        #expect(throws: YAMLError.self) { try YAMLReaderTests.read(text, unsupported: .keepAsText) }
    }

    /// Every prefix and every single changed byte of a text that has it all: an answer with places inside the text.
    @Test func anyBytesHaveAnAnswer() {
        let seed = Array(
            "---\na: 'x' # c\n\"b\\u0041\": [1, {c: d}, *e]\nf:\n- |-\n  g\n- >2\n   h\n\n- i\n  j: k\n&l m: !n\n o\n...\n"
                .utf8)
        var texts = seed.indices.map { Array(seed[..<$0]) }
        for index in seed.indices {
            for byte in Array(" \t\r\n\0\"'#-:[]{},&|>\\".utf8) + [0xFF, 0xE6] {
                var text = seed
                text[index] = byte
                texts.append(text)
            }
        }
        for text in texts {
            let whole = ByteRange(0, text.count)
            for unsupported in [YAMLReader.Unsupported.refuse, .keepAsText] {
                do throws(YAMLError) {
                    let node = try YAMLReader.read(SourceText(text), in: whole, unsupported: unsupported)
                    #expect(Self.isNested(node, in: whole))
                } catch {
                    #expect(whole.contains(error.range))
                }
            }
        }
    }

    private static func isNested(_ node: YAMLNode, in range: ByteRange) -> Bool {
        guard range.contains(node.range) else { return false }
        return switch node.kind {
        case .scalar: true
        case .sequence(let items): items.allSatisfy { isNested($0, in: node.range) }
        case .mapping(let pairs):
            pairs.allSatisfy { isNested($0.key, in: node.range) && isNested($0.value, in: node.range) }
        }
    }
}
