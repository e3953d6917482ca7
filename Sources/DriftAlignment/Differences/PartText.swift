import DriftMarkdown
package import DriftText

extension Outline {
    /// What a part says, in one line of at most about 80 characters.
    package func text(of index: Int) -> String {
        let part = parts[index]
        let block = document.blocks[Int(part.block)]
        switch part.kind {
        case .row: return shortened(rowText(index))
        case .codeBlock: return shortened(firstLine(of: document.code(of: Int(part.block))))
        case .section, .heading, .paragraph, .cell, .figure, .title:
            return shortened(inlineText(of: Int(part.block)))
        case .document, .quote, .list, .item, .table, .html: return shortened(firstText(in: index, else: block.range))
        }
    }

    private func rowText(_ row: Int) -> String {
        children(of: row).map { inlineText(of: Int(parts[$0].block)) }.joined(separator: " | ")
    }

    /// The source of a leaf as it stands, code and images included, in one line.
    private func inlineText(of block: Int) -> String {
        document.source.string(document.blocks[block].contentRange(in: document))
    }

    private func firstText(in part: Int, else range: ByteRange) -> String {
        let first = (part..<Int(parts[part].end)).first { parts[$0].segment >= 0 && parts[$0].kind != .table }
        return first.map { inlineText(of: Int(parts[$0].block)) } ?? document.source.string(range)
    }

    private func firstLine(of code: [UInt8]) -> String {
        String(decoding: code.split(separator: UInt8(ascii: "\n")).first ?? [], as: UTF8.self)
    }

    /// One line without runs of blanks or invisible characters, cut after 80 characters.
    package func shortened(_ text: String) -> String {
        if text.isShortLine { return text }
        var result = ""
        var count = 0
        var pendingBlank = false
        for scalar in text.unicodeScalars {
            if scalar.isWhiteSpace {
                pendingBlank = count > 0
            } else if scalar != "\u{200B}" && scalar != "\u{FEFF}" {
                if pendingBlank { result.unicodeScalars.append(" ") }
                result.unicodeScalars.append(scalar)
                count += pendingBlank ? 2 : 1
                pendingBlank = false
            }
            if count >= 80 { return result + "…" }
        }
        return result
    }

    /// The whole text of a leaf or cell as a passage of a member.
    package func passage(ofSegment segment: Int, member: Int) -> Difference.Passage {
        let part = Int(segments[segment].part)
        let text = segments[segment].text
        guard parts[part].kind == .cell, !text.bytes.isEmpty else { return passage(ofPart: part, member: member) }
        // Invisible blanks at the ends of a cell belong to it but not to what it says.
        return Difference.Passage(
            member: member, range: text.sourceRange(0..<text.bytes.count), text: self.text(of: part))
    }

    package func passage(ofPart part: Int, member: Int) -> Difference.Passage {
        Difference.Passage(member: member, range: parts[part].range, text: text(of: part))
    }

    /// A passage of some bytes of a leaf.
    package func passage(of range: ByteRange, member: Int) -> Difference.Passage {
        Difference.Passage(member: member, range: range, text: shortened(document.source.string(range)))
    }
}

extension PlainText {
    /// Some of the text as a string, in which a mark stands for code and other things that are left out.
    func shown(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).replacing("\u{FFFC}", with: "…")
    }
}

extension Block {
    /// From the first to the last byte of a leaf's content lines; its range where it has none.
    func contentRange(in document: Document) -> ByteRange {
        guard let first = lines.first, let last = lines.last else { return range }
        return ByteRange(document.lines[Int(first)].range.lower, document.lines[Int(last)].range.upper)
    }
}

extension String {
    /// Whether a text is one line of ASCII with single blanks that needs no cut.
    fileprivate var isShortLine: Bool {
        guard utf8.count < 80 else { return false }
        var isBehindBlank = true
        for byte in utf8 {
            guard byte >= 0x20, byte < 0x80, byte != 0x20 || !isBehindBlank else { return false }
            isBehindBlank = byte == 0x20
        }
        return !isBehindBlank
    }
}

extension Unicode.Scalar {
    /// Whether it has the property White_Space, without a look at the library's tables.
    fileprivate var isWhiteSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
