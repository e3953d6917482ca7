import DriftLanguage
import DriftMarkdown
import DriftRules
import DriftText

/// Reads what a document suppresses: in comments that are no code, and in its front matter.
struct SuppressionReader {
    private let document: Document
    private let rules: RuleBook
    private var result = DocumentSuppressions()
    /// Indices of suppressions that end only with the document, as far as nothing has enabled all of their rules again.
    private var open: [Int] = []
    private var isFull = false

    private static let word = Array("driftlint".utf8)
    /// How many one document may have, so that each finding is compared with few.
    static let limit = 500

    /// A document without the tool's name costs one search of its bytes, which looks at every ninth of them.
    static func read(_ document: Document, rules: RuleBook) -> DocumentSuppressions {
        guard document.source.bytes.firstOffset(of: word, from: 0) != nil else { return DocumentSuppressions() }
        var reader = SuppressionReader(document: document, rules: rules)
        reader.readBlocks()
        return reader.result
    }

    private init(document: Document, rules: RuleBook) {
        self.document = document
        self.rules = rules
    }

    private var source: SourceText { document.source }

    private mutating func readBlocks() {
        var next = source.bytes.firstOffset(of: Self.word, from: 0)
        for (index, block) in document.blocks.enumerated() where Int(block.end) == index + 1 {
            while let offset = next, offset < block.range.lower {
                next = source.bytes.firstOffset(of: Self.word, from: offset + 1)
            }
            guard let offset = next else { return }
            if offset < block.range.upper { readBlock(index, block) }
        }
    }

    private mutating func readBlock(_ index: Int, _ block: Block) {
        switch block.kind {
        case .frontMatter: readFrontMatter(block)
        case .comment, .htmlBlock: for range in comments(in: block.range) { readComment(range, in: index) }
        default:
            for inline in document.inlines(of: index) where inline.kind == .comment {
                readComment(inline.range, in: index)
            }
        }
    }

    /// Comments of either kind in a range of raw text, with their delimiters.
    private func comments(in range: ByteRange) -> [ByteRange] {
        var comments: [ByteRange] = []
        var index = range.lower
        let (bytes, limit) = (source.bytes, range.upper)
        while index < limit {
            let open = ["<!--", "{/*"].first { bytes[index..<limit].starts(with: $0.utf8) }
            guard let open else {
                index += 1
                continue
            }
            let close = Array((open == "<!--" ? "-->" : "*/}").utf8)
            guard let end = bytes.firstOffset(of: close, from: index + open.utf8.count), end + close.count <= limit
            else { break }
            comments.append(ByteRange(index, end + close.count))
            index = end + close.count
        }
        return comments
    }

    // MARK: Comments

    private mutating func readComment(_ range: ByteRange, in block: Int) {
        let edge = source.bytes[range.lower] == UInt8(ascii: "<") ? (4, 3) : (3, 3)
        guard range.count >= edge.0 + edge.1 else { return }
        let text = source.string(ByteRange(range.lower + edge.0, range.upper - edge.1))
        do throws(SuppressionComment.Malformed) {
            guard let comment = try SuppressionComment(text) else { return }
            if comment.verb == .enable {
                enable(comment, range)
            } else {
                let isForFile = comment.verb == .disableFile
                add(
                    comment.names, comment: range, covered: covered(comment.verb, range, block), isForFile: isForFile,
                    reason: comment.reason)
            }
        } catch {
            result.invalid.append(SuppressionProblem(comment: range, message: error.message))
        }
    }

    private mutating func add(
        _ names: [SuppressionComment.Name], comment: ByteRange, covered: ByteRange, isForFile: Bool,
        reason: String = ""
    ) {
        let all = SuppressionComment.Name(text: "")
        for name in names.isEmpty ? [all] : names {
            guard let ids = ids(name, comment) else { continue }
            guard result.suppressions.count < Self.limit else {
                if isFull { return }
                isFull = true
                let message =
                    "a document has at most \(Self.limit) suppressions; `driftlint-disable-file` needs but one"
                result.invalid.append(SuppressionProblem(comment: comment, message: message))
                return
            }
            if !isForFile, covered.upper == source.bytes.count { open.append(result.suppressions.count) }
            result.suppressions.append(
                Suppression(
                    name: name.text.isEmpty ? nil : name.text, rules: ids, locales: name.locales, comment: comment,
                    covered: covered, isForFile: isForFile, reason: reason))
        }
    }

    /// Nil where no rule and no family is called so, which is noted.
    private mutating func ids(_ name: SuppressionComment.Name, _ comment: ByteRange) -> Set<String>? {
        if name.text.isEmpty { return Set(rules.rules.map(\.id)) }
        do throws(UnknownRule) {
            return Set(try rules.ids(named: name.text))
        } catch {
            result.invalid.append(SuppressionProblem(comment: comment, message: error.description))
            return nil
        }
    }

    private mutating func enable(_ comment: SuppressionComment, _ range: ByteRange) {
        for name in comment.names.isEmpty ? [SuppressionComment.Name(text: "")] : comment.names {
            guard let ids = ids(name, range) else { continue }
            var isNeedless = true
            for index in open {
                for id in ids.intersection(result.suppressions[index].rules)
                where result.suppressions[index].ends[id] == nil {
                    result.suppressions[index].ends[id] = range.lower
                    isNeedless = false
                }
            }
            open.removeAll { result.suppressions[$0].ends.count == result.suppressions[$0].rules.count }
            let message = name.text.isEmpty ? "nothing is disabled here" : "`\(name.text)` is not disabled here"
            if isNeedless, !isFull { result.needless.append(SuppressionProblem(comment: range, message: message)) }
        }
    }

    // MARK: What is covered

    /// A comment in a table cell stands for its row, since one between rows would end the table.
    private func covered(_ verb: SuppressionComment.Verb, _ comment: ByteRange, _ block: Int) -> ByteRange {
        let isCell = document.blocks[block].kind == .tableCell
        let holder = isCell ? Int(document.blocks[block].parent) : block
        let last = source.lineIndex(at: max(comment.lower, comment.upper - 1))
        switch verb {
        case .disable where isCell: return document.blocks[holder].range
        case .disable, .enable: return ByteRange(comment.lower, source.bytes.count)
        case .disableFile: return ByteRange(0, source.bytes.count)
        case .disableLine: return ByteRange(source.lineRange(source.lineIndex(at: comment.lower)).lower, lineEnd(last))
        case .disableNextLine:
            let next = min(last + 1, source.lineCount - 1)
            return ByteRange(source.lineRange(next).lower, lineEnd(next))
        case .disableNextBlock: return blockBehind(holder) ?? ByteRange(comment.lower, comment.upper)
        }
    }

    /// With the byte behind the line's text, where what is missing at its end would stand.
    private func lineEnd(_ line: Int) -> Int { min(source.bytes.count, source.lineRange(line).upper + 1) }

    /// The block that follows and is no comment; nil at the end of the document.
    private func blockBehind(_ block: Int) -> ByteRange? {
        var index = Int(document.blocks[block].end)
        while index < document.blocks.count {
            if document.blocks[index].kind != .comment { return document.blocks[index].range }
            index += 1
        }
        return nil
    }

    // MARK: Front matter

    /// `driftlint: { disable: [RULE, …] }` holds for the file.
    private mutating func readFrontMatter(_ block: Block) {
        guard document.frontMatterFormat != .toml else { return }
        do throws(YAMLError) {
            let node = try YAMLReader.read(source, in: block.range, unsupported: .keepAsText)
            guard let entry = node.pairs?.first(where: { $0.key.string == "driftlint" }) else { return }
            let upper = max(entry.key.range.upper, entry.value.range.upper)
            readEntry(entry.value, ByteRange(entry.key.range.lower, upper))
        } catch {
            // Other tools judge front matter; a suppression that is lost with it is ours to name.
            let lines = document.lines[block.lineIndices].map(\.range)
            let line = lines.first { source.bytes[$0.indices].starts(with: Self.word + [UInt8(ascii: ":")]) }
            guard let line else { return }
            let message = "the front matter cannot be read: \(error.message)"
            result.invalid.append(SuppressionProblem(comment: line, message: message))
        }
    }

    private mutating func readEntry(_ value: YAMLNode, _ entry: ByteRange) {
        guard let pairs = value.pairs, let list = value["disable"]?.strings, pairs.count == 1 else {
            let message = "`driftlint` in the front matter takes `disable` with rules or families"
            result.invalid.append(SuppressionProblem(comment: entry, message: message))
            return
        }
        for text in list {
            do throws(SuppressionComment.Malformed) {
                let names = try SuppressionComment.names(text[...])
                if names.isEmpty { throw SuppressionComment.Malformed(message: "a rule or a family is empty") }
                add(names, comment: entry, covered: ByteRange(0, source.bytes.count), isForFile: true)
            } catch {
                result.invalid.append(SuppressionProblem(comment: entry, message: error.message))
            }
        }
    }
}
