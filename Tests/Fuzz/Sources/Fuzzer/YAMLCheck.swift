import DriftMarkdown
import DriftText

/// What has to hold of every YAML value, or of the place where an error is reported.
struct YAMLCheck {
    let source: SourceText

    func run() {
        let whole = ByteRange(source.contentStart, source.bytes.count)
        for unsupported in [YAMLReader.Unsupported.refuse, .keepAsText] {
            do {
                check(try YAMLReader.read(source, in: whole, unsupported: unsupported), in: whole)
            } catch {
                precondition(error.range.upper <= source.bytes.count, "an error behind the end of the file")
                precondition(!error.message.isEmpty, "an error without a message")
            }
        }
    }

    /// Values nest to a depth of 100 at most, so that recursion is safe.
    private func check(_ node: YAMLNode, in parent: ByteRange) {
        precondition(parent.contains(node.range), "a value outside its collection")
        var place = node.range.lower
        func checkPart(_ part: YAMLNode) {
            precondition(part.range.lower >= place, "a value overlaps the one before it")
            check(part, in: node.range)
            place = part.range.upper
        }
        switch node.kind {
        case .scalar: break
        case .sequence(let items): for item in items { checkPart(item) }
        case .mapping(let pairs):
            for (key, value) in pairs {
                checkPart(key)
                checkPart(value)
            }
        }
    }
}
