internal import DriftText

/// Lays inlines out in preorder, joining pieces of text that touch.
struct InlineWriter {
    let bytes: [UInt8]
    /// E-mail addresses in text become autolinks.
    let findsMail: Bool
    private(set) var output: [Inline] = []
    private var open: [Int] = []
    private var textStart = 0
    private var textEnd = 0
    private var linkDepth = 0

    init(bytes: [UInt8], findsMail: Bool, capacity: Int) {
        self.bytes = bytes
        self.findsMail = findsMail
        output.reserveCapacity(capacity)
    }

    mutating func addText(_ start: Int, _ end: Int) {
        if start != textEnd {
            flush()
            textStart = start
        }
        textEnd = end
    }

    mutating func flush() {
        if textEnd > textStart {
            if findsMail, linkDepth == 0 {
                splitMail()
            } else {
                append(.text, ByteRange(textStart, textEnd))
            }
        }
        textStart = 0
        textEnd = 0
    }

    private mutating func splitMail() {
        var start = textStart
        var index = textStart
        while index < textEnd {
            if bytes[index] == UInt8(ascii: "@"),
                let mail = Autolink.mail(bytes, at: index, start: start, end: textEnd)
            {
                if mail.lower > start { append(.text, ByteRange(start, mail.lower)) }
                append(.autolink, mail, content: mail)
                start = mail.upper
                index = mail.upper
            } else {
                index += 1
            }
        }
        if start < textEnd { append(.text, ByteRange(start, textEnd)) }
    }

    private mutating func append(_ kind: InlineKind, _ range: ByteRange, content: ByteRange = .empty) {
        output.append(
            Inline(
                kind: kind, parent: Int32(open.last ?? -1), end: Int32(output.count + 1), range: range,
                content: content))
    }

    mutating func addLeaf(_ kind: InlineKind, _ range: ByteRange, content: ByteRange = .empty) {
        flush()
        append(kind, range, content: content)
    }

    mutating func begin(_ kind: InlineKind, _ range: ByteRange, content: ByteRange) {
        flush()
        append(kind, range, content: content)
        open.append(output.count - 1)
        if kind == .link { linkDepth += 1 }
    }

    mutating func begin(_ link: MatchedLink) {
        begin(link.isImage ? .image : .link, link.range, content: link.content)
        output[output.count - 1].destination = link.destination
        output[output.count - 1].title = link.title
    }

    mutating func finish() {
        flush()
        guard let index = open.popLast() else { return }
        output[index].end = Int32(output.count)
        if output[index].kind == .link { linkDepth -= 1 }
    }
}

extension InlineParser {
    /// The tree of what `parse` has found.
    func emit() -> [Inline] {
        var writer = InlineWriter(bytes: text.bytes, findsMail: hasAt, capacity: tokens.count + matches.count)
        for token in tokens {
            let range = ByteRange(token.start, token.end)
            switch token.kind {
            case .text: writer.addText(token.start, token.end)
            case .delimiters: emit(delimiters[token.index], to: &writer)
            case .linkStart: writer.begin(links[token.index])
            case .linkEnd: writer.finish()
            case .inert: break
            case .escape: writer.addLeaf(.escape, range)
            case .entity: writer.addLeaf(.entity, range)
            case .softBreak: writer.addLeaf(.softBreak, range)
            case .hardBreak: writer.addLeaf(.hardBreak, range)
            case .codeSpan: writer.addLeaf(.codeSpan, range, content: token.content)
            case .autolink: writer.addLeaf(.autolink, range, content: token.content)
            case .html: writer.addLeaf(.html, range)
            case .comment: writer.addLeaf(.comment, range)
            case .directive: writer.addLeaf(.directive, range)
            case .math: writer.addLeaf(.math, range, content: token.content)
            case .footnote: writer.addLeaf(.footnoteReference, range, content: token.content)
            }
        }
        writer.flush()
        return writer.output
    }

    private func emit(_ delimiter: Delimiter, to writer: inout InlineWriter) {
        var index = delimiter.firstClosed
        while index >= 0 {
            writer.finish()
            index = matches[index].nextClosed
        }
        if delimiter.rest > 0 { writer.addText(delimiter.start, delimiter.end) }
        index = delimiter.firstOpened
        while index >= 0 {
            let match = matches[index]
            writer.begin(match.kind, match.range, content: match.content)
            index = match.nextOpened
        }
    }
}
