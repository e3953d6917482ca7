import DriftText
import Testing

@testable import DriftMarkdown

@Suite struct YAMLReaderTests {
    /// A node in one line: scalars between the quotation marks of their style, `_` for a missing value.
    static func outline(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar("", .plain): "_"
        case .scalar(let text, .plain): text
        case .scalar(let text, .singleQuoted): "'\(text)'"
        case .scalar(let text, .doubleQuoted): "\"\(text)\""
        case .scalar(let text, .literal): "|\(text)|"
        case .scalar(let text, .folded): ">\(text)>"
        case .scalar(let text, .opaque): "`\(text)`"
        case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ") + "}"
        }
    }

    static func read(
        _ text: String, unsupported: YAMLReader.Unsupported = .refuse
    ) throws(YAMLError) -> YAMLNode {
        let source = SourceText(text)
        return try YAMLReader.read(source, in: ByteRange(0, source.bytes.count), unsupported: unsupported)
    }

    @Test(arguments: [
        ("", "_"), ("# only a comment\n", "_"), ("---\n---\n", "_"), ("text", "text"),
        ("a: 1\nb: two words\n", "{a: 1, b: two words}"),
        ("---\na: 1\n---\n", "{a: 1}"), ("# head\n--- # start\na: 1\n...\n", "{a: 1}"), ("\u{FEFF}a: 1", "{a: 1}"),
        ("a:\nb: 1", "{a: _, b: 1}"), ("a: # none\nb:", "{a: _, b: _}"),
        ("a:\n  b:\n    c: 1\n  d: 2", "{a: {b: {c: 1}, d: 2}}"),
        ("a:\n- x\n- y\nb: 1", "{a: [x, y], b: 1}"), ("a:\n  - x\n  -\n  - z", "{a: [x, _, z]}"),
        ("- a: 1\n  b: 2\n- c: 3", "[{a: 1, b: 2}, {c: 3}]"), ("- - x\n  - y\n- z", "[[x, y], z]"),
        ("- a:\n  - x\n  b: 1", "[{a: [x], b: 1}]"), ("-\n  a: 1", "[{a: 1}]"),
        ("a: http://x.org/#part # comment", "{a: http://x.org/#part}"), ("a: b#c", "{a: b#c}"), ("a: -1", "{a: -1}"),
        ("a b: c:d", "{a b: c:d}"), ("'it''s': \"a\" # c", "{'it's': \"a\"}"), ("\"a\" : b", "{\"a\": b}"),
        ("?a: -b", "{?a: -b}"), ("日: 本", "{日: 本}"), ("a: 1\r\nb:\r- x\r\n", "{a: 1, b: [x]}"),
        ("a:\n\n  # c\n  b: 1\n # d\n\nc: 2", "{a: {b: 1}, c: 2}"),
    ])
    func readsBlocks(text: String, outline: String) throws {
        #expect(Self.outline(try Self.read(text)) == outline)
    }

    @Test(arguments: [
        ("[a, b]", "[a, b]"), ("[]", "[]"), ("{}", "{}"), ("[a, b,]", "[a, b]"),
        ("a: [x, [y, {z: 1}]] # c", "{a: [x, [y, {z: 1}]]}"),
        ("{a: 1, b, c: , \"d\":2, e:f}", "{{a: 1, b: _, c: _, \"d\": 2, e:f: _}}".dropFirst().dropLast().description),
        ("a: [\n  x, # c\n  y\n]\nb: 1", "{a: [x, y], b: 1}"), ("[a: b, c]", "[{a: b}, c]"),
        ("[a b\n  c, d]", "[a b c, d]"),
        (
            "{\"a\": [1, true, null], \"b\": {\"c\": \"\\u00e9\\ud83d\\ude00\"}}",
            "{\"a\": [1, true, null], \"b\": {\"c\": \"é😀\"}}"
        ),
        ("- [a]\n- {b: c}", "[[a], {b: c}]"), ("[http://x.org/a, b:c]", "[http://x.org/a, b:c]"),
    ])
    func readsFlows(text: String, outline: String) throws {
        #expect(Self.outline(try Self.read(text)) == outline)
    }

    @Test(arguments: [
        ("a: x\n  y\n\n  z\nb: 1", "{a: x y\nz, b: 1}"), ("- x\n  - y", "[x - y]"), ("x\ny", "x y"),
        ("a: x # c\nb: 1", "{a: x, b: 1}"), ("a:\n  x\n  y", "{a: x y}"),
        ("\"a\\n\\t\\x41\\u65e5\\\\\\\"\\/\"", "\"a\n\tA日\\\"/\""), ("\"a  \n  b\n\n  c\"", "\"a b\nc\""),
        ("\"a \\\n  b\"", "\"a b\""), ("'a\n\n b '' c'", "'a\nb ' c'"),
        ("a: |\n  x\n   y\n\n  z\n\nb: 1", "{a: |x\n y\n\nz\n|, b: 1}"), ("a: |-\n  x\n\n", "{a: |x|}"),
        ("a: |+\n  x\n\nb: 1", "{a: |x\n\n|, b: 1}"), ("a: |2-\n   x\n  y", "{a: | x\ny|}"),
        ("a: |-2 # c\n  x", "{a: |x|}"),
        ("a: >\n  x\n  y\n\n  z\n    w\n  v\n", "{a: >x y\nz\n  w\nv\n>}"), ("a: >-\n\n  x\n", "{a: >\nx>}"),
        ("a: |\nb: 1", "{a: ||, b: 1}"), ("a: |+\n\n\nb: 1", "{a: |\n\n|, b: 1}"), ("- |\n x\n- y", "[|x\n|, y]"),
        ("a:\n- |\n  x\n- y", "{a: [|x\n|, y]}"), ("a: |\n  # text\n # comment\nb: 1", "{a: |# text\n|, b: 1}"),
        ("|\nx\ny", "|x\ny\n|"), ("a: |\n\n   \n", "{a: ||}"),
        ("a: |+\n    \nb: 1", "{a: |\n|, b: 1}"), ("a: |\r\n  x\r\n  y\r\n", "{a: |x\ny\n|}"),
    ])
    func readsScalars(text: String, outline: String) throws {
        #expect(Self.outline(try Self.read(text)) == outline)
    }

    @Test func everyNodeHasItsPlace() throws {
        let text = "\u{FEFF}a: 'x' # c\nlist:\n- 日 本\n- [y,  z ]\nb: >\n  one\n  two\nc:\n"
        let source = SourceText(text)
        let node = try YAMLReader.read(source, in: ByteRange(0, source.bytes.count))
        func quoted(_ node: YAMLNode?) -> String? { node.map { source.string($0.range) } }
        #expect(node.range.lower == 3)
        #expect(quoted(node["a"]) == "'x'")
        #expect(quoted(node["list"]) == "- 日 本\n- [y,  z ]")
        #expect(node["list"]?.items?.map { source.string($0.range) } == ["日 本", "[y,  z ]"])
        #expect(node["list"]?.items?.last?.items?.map { source.string($0.range) } == ["y", "z"])
        #expect(quoted(node["b"]) == ">\n  one\n  two")
        #expect(node["c"]?.range == ByteRange(source.bytes.count - 1, source.bytes.count - 1))
        #expect(node.pairs?.map { source.string($0.key.range) } == ["a", "list", "b", "c"])
    }

    @Test func readsOnlyItsRange() throws {
        let text = "---\ntitle: x\n---\ntitle: y\n"
        let node = try YAMLReader.read(SourceText(text), in: ByteRange(4, 13))
        #expect(Self.outline(node) == "{title: x}")
        #expect(node["title"]?.range == ByteRange(11, 12))
    }

    @Test func valuesAreTypedOnDemand() throws {
        let node = try Self.read("a: true\nb: 'true'\nc: 12\nd: ~\ne: [x, 1]\nf: {}\ng: [[x]]\nh: yes\nn: no\n")
        #expect(node["a"]?.bool == true)
        #expect(node["b"]?.bool == nil)
        #expect(node["c"]?.integer == 12)
        #expect(node["d"]?.strings == [])
        #expect(node["d"]?.isNull == true)
        #expect(node["e"]?.strings == ["x", "1"])
        #expect(node["c"]?.strings == ["12"])
        #expect(node["f"]?.strings == nil)
        #expect(node["g"]?.strings == nil)
        #expect(node["h"]?.bool == nil)
        #expect(node["n"]?.string == "no")
        #expect(node["x"]?.string == nil)
        #expect(node["e"]?["x"]?.string == nil)
    }
}
