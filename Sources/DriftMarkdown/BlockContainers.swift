internal import DriftText

/// A container of which the end has come without its closer.
struct UnclosedContainer {
    var block: Int
    /// End of its opening line.
    var headerEnd: Int
}

/// Containers of documentation sites: opening, closing, and what becomes of those that nothing closes.
extension BlockParser {
    /// What is left of the line, without trailing blanks.
    var restOfLine: ByteRange { ByteRange(nonspace, trimmedEnd(from: nonspace)) }

    // MARK: Opening

    /// Takes a line that begins with colons: opens or closes a container, or stands for a directive.
    mutating func takeColons() -> Bool {
        let line = restOfLine
        guard bytes.starts(with: ":::", at: line.lower, limit: line.upper) else { return false }
        if let header = LearnHeader.read(bytes, line) { return takeLearn(header) }
        if let header = ContainerHeaders.colons(bytes, line) {
            // The path of an object to document: `::: package.module`.
            let isPath = bytes[header.name.indices].contains(UInt8(ascii: "."))
            if isPath { addDirective(header) } else { openContainer(header) }
            return true
        }
        guard bytes[line.indices].allSatisfy({ $0 == UInt8(ascii: ":") }) else { return false }
        if closeContainer(colons: line.count, end: line.upper) { return true }
        addDirective(BlockHeader(style: .colons, end: line.upper))
        return true
    }

    private mutating func takeLearn(_ header: LearnHeader) -> Bool {
        switch header.role {
        case .opener:
            let key = Array(":::".utf8) + bytes[header.block.name.indices]
            if closers.has(key, behind: offset, in: bytes) {
                openContainer(header.block)
            } else {
                addDirective(header.block)
            }
        case .closer:
            let name = Array(bytes[header.block.name.indices])
            if !closeContainer(.named, name: name, end: header.block.end) { addDirective(header.block) }
        case .leaf: addDirective(header.block)
        }
        return true
    }

    mutating func takeSlashes() -> Bool {
        let line = restOfLine
        guard bytes.starts(with: "///", at: line.lower, limit: line.upper) else { return false }
        if let header = ContainerHeaders.slashes(bytes, line) {
            let fence = Array(repeating: UInt8(ascii: "/"), count: header.fence)
            guard closers.has(fence, behind: offset, in: bytes) else { return false }
            openContainer(header)
            return true
        }
        guard bytes[line.indices].allSatisfy({ $0 == UInt8(ascii: "/") }) else { return false }
        if closeContainer(slashes: line.count, end: line.upper) { return true }
        addDirective(BlockHeader(style: .slashes, end: line.upper))
        return true
    }

    /// Opens an admonition or a tab where a body follows it; without one it needs a title.
    mutating func openIndentedContainer() -> Bool {
        guard openItems < Self.mostItems, let header = ContainerHeaders.indented(bytes, restOfLine) else {
            return false
        }
        guard !header.titles.isEmpty || isFollowedByIndentation(indent + 4) else { return false }
        openContainer(header)
        return true
    }

    /// Whether the next line that is not blank is indented by so many columns behind where the line is read from.
    private func isFollowedByIndentation(_ columns: Int) -> Bool {
        var index = lineEnd
        var reached = 0
        let wanted = column + columns
        while index < bytes.count {
            switch bytes[index] {
            case 0x20: reached += 1
            case 0x09: reached += 4 - reached & 3
            case 0x0A, 0x0D: reached = 0
            default: return reached >= wanted
            }
            index += 1
        }
        return false
    }

    /// Opens a container with its titles as first children; beyond a depth that no reader could follow, a directive.
    mutating func openContainer(_ header: BlockHeader) {
        guard openContainers < Self.mostItems else { return addDirective(header) }
        open(.container, at: nonspace, detail: BlockDetail(code: header.style?.rawValue ?? 0))
        let top = stack.count - 1
        stack[top].size = Int32(clamping: header.fence)
        stack[top].endOffset = header.end
        stack[top].headerEnd = header.end
        blocks[stack[top].index].info = header.name
        openContainers += 1
        if header.style?.isIndented == true { openItems += 1 }
        if header.style == .component { stack[top].indent = -1 }
        addTitles(header.titles, to: stack[top].index)
        takeOptions(header)
    }

    /// Adds a leaf that is machinery but for its titles.
    mutating func addDirective(_ header: BlockHeader) {
        open(.directive, at: nonspace, detail: BlockDetail(code: header.style?.rawValue ?? 0))
        let top = stack.count - 1
        blocks[stack[top].index].info = header.name
        stack[top].endOffset = header.end
        addTitles(header.titles, to: stack[top].index)
        takeOptions(header)
        closeTop()
    }

    private mutating func addTitles(_ titles: [ByteRange], to parent: Int) {
        for title in titles {
            let line = UInt32(lines.count)
            lines.append(ContentLine(range: title))
            blocks.append(
                Block(
                    kind: .containerTitle, parent: Int32(parent), end: Int32(blocks.count + 1), range: title,
                    lines: line..<line + 1))
        }
    }

    /// Indented lines such as `    open: true` directly behind a container's opening line are a part of it.
    private mutating func takeOptions(_ header: BlockHeader) {
        guard header.style == .colons || header.style == .slashes else { return }
        let top = stack.count - 1
        var end = lineEnd
        while let line = nextLine(behind: end), isOption(line, isFirst: end == lineEnd) { end = line.upper }
        guard end > lineEnd else { return }
        stack[top].endOffset = end
        stack[top].headerEnd = end
        takenEnd = end
    }

    private func isOption(_ line: ByteRange, isFirst: Bool) -> Bool {
        var start = line.lower
        while start < line.upper, bytes[start].isBlank { start += 1 }
        let isIndented = start - line.lower >= indent + 4 || start > line.lower && bytes[line.lower] == 0x09
        guard isIndented, start < line.upper else { return false }
        if !isFirst { return true }
        let end = bytes.nameEnd(from: start)
        return end > start && end < line.upper && bytes[end] == UInt8(ascii: ":")
            && (end + 1 == line.upper || bytes[end + 1].isBlank)
    }

    /// The line that follows the one that ends at `end`, without its terminator; nil at the end of the file.
    func nextLine(behind end: Int) -> ByteRange? {
        var start = end
        if start < bytes.count, bytes[start] == 0x0D { start += 1 }
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
        guard start > end, start < bytes.count else { return nil }
        var stop = start
        while stop < bytes.count, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
        return ByteRange(start, stop)
    }

    // MARK: Closing

    /// Closes the innermost container of colons that has as many, or else the innermost that has fewer.
    private mutating func closeContainer(colons: Int, end: Int) -> Bool {
        let equal = openContainer { $0.style == .colons && Int($0.size) == colons }
        guard let index = equal ?? openContainer(where: { $0.style == .colons && Int($0.size) < colons }) else {
            return false
        }
        close(to: index, end: end)
        return true
    }

    private mutating func closeContainer(slashes: Int, end: Int) -> Bool {
        guard let index = openContainer(where: { $0.style == .slashes && Int($0.size) == slashes }) else {
            return false
        }
        close(to: index, end: end)
        return true
    }

    /// Closes the innermost container of a style and a name.
    mutating func closeContainer(_ style: ContainerStyle, name: [UInt8], end: Int) -> Bool {
        guard let index = openContainer(style, name: name) else { return false }
        close(to: index, end: end)
        return true
    }

    /// Index in the stack of the innermost container of a style and a name.
    func openContainer(_ style: ContainerStyle, name: [UInt8]) -> Int? {
        openContainer { $0.style == style && bytes[blocks[$0.index].info.indices].elementsEqual(name) }
    }

    /// Index in the stack of the innermost container that the line belongs to and that a closer here can close.
    private func openContainer(where matches: (OpenContainer) -> Bool) -> Int? {
        guard openContainers > 0 else { return nil }
        var index = min(depth, stack.count) - 1
        while index > 0 {
            switch stack[index].kind {
            case .quote, .footnoteDefinition: return nil
            case .container:
                let block = stack[index].index
                let style = ContainerStyle(rawValue: blocks[block].detail.code) ?? .colons
                if style.isIndented { return nil }
                if matches(OpenContainer(index: block, style: style, size: stack[index].size)) { return index }
            default: break
            }
            index -= 1
        }
        return nil
    }

    private struct OpenContainer {
        var index: Int
        var style: ContainerStyle
        var size: Int32
    }

    private mutating func close(to index: Int, end: Int) {
        while stack.count > index + 1 { closeTop() }
        stack[index].isClosed = true
        stack[index].endLine = lineNumber
        stack[index].endOffset = end
        closeTop()
    }

    /// Notes what the container on top of the stack has become.
    mutating func finishContainer() {
        let entry = stack[stack.count - 1]
        let style = ContainerStyle(rawValue: blocks[entry.index].detail.code) ?? .colons
        openContainers -= 1
        if style.isIndented {
            openItems -= 1
        } else if !entry.isClosed {
            unclosed.append(UnclosedContainer(block: entry.index, headerEnd: entry.headerEnd))
        }
    }

    /// Makes containers without an end directives and hands their children on to the blocks around them.
    mutating func dissolveUnclosed() {
        guard !unclosed.isEmpty else { return }
        var headerEnds: [Int32: Int] = [:]
        for container in unclosed { headerEnds[Int32(container.block)] = container.headerEnd }
        for index in blocks.indices.dropFirst() {
            let parent = blocks[index].parent
            if blocks[index].kind != .containerTitle, headerEnds[parent] != nil {
                // The parent is further up the array, so that its own parent is already the final one.
                blocks[index].parent = blocks[Int(parent)].parent
            }
        }
        for container in unclosed {
            let index = container.block
            blocks[index].kind = .directive
            blocks[index].range = ByteRange(blocks[index].range.lower, container.headerEnd)
            var end = index + 1
            while end < blocks.count, blocks[end].kind == .containerTitle, Int(blocks[end].parent) == index { end += 1 }
            blocks[index].end = Int32(end)
        }
    }
}
