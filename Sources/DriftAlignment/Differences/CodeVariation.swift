import DriftLanguage
import DriftText

/// Tells what translators rightly change in code: what the reader is to put there, the name of the document's own
/// locale, and words that stand in code without being any.
struct CodeVariation {
    let source: LanguageTag
    let target: LanguageTag

    /// A word, a number, what the reader is to replace, or a single mark; blanks are left out.
    private struct Token: Equatable {
        enum Kind { case word, number, placeholder, mark }
        let kind: Kind
        let bytes: [UInt8]
    }

    /// Whether the two differ only in what the reader replaces or in the name of the locale. Linear in both.
    func isLocalized(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let sides = (Self.tokens(Array(code)), Self.tokens(Array(other)))
        return sides.0.count == sides.1.count && zip(sides.0, sides.1).allSatisfy(isSame)
    }

    private func isSame(_ token: Token, _ other: Token) -> Bool {
        if token.bytes == other.bytes { return true }
        if token.kind == .placeholder, other.kind == .placeholder { return !token.bytes.isMistyped(as: other.bytes) }
        guard token.kind == .word, other.kind == .word, let tag = Self.locale(other.bytes),
            tag.language == target.language,
            tag.region == nil || target.region == nil || tag.region == target.region,
            let original = Self.locale(token.bytes)
        else { return false }
        return original.region != nil || original.language == source.language
    }

    /// How often code names the translation's own locale with its region, as `zhCN` or `zh_CN` do. Linear.
    func countOwnLocale(in code: ArraySlice<UInt8>) -> Int {
        Self.tokens(Array(code)).count { token in
            token.kind == .word && token.bytes.count > 2
                && Self.locale(token.bytes).map { $0.language == target.language && $0.region != nil } ?? false
        }
    }

    /// Whether two lines differ only in the word, with a capital, that stands before their first colon.
    static func isRelabelled(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        func parts(_ line: ArraySlice<UInt8>) -> (label: [UInt8], rest: ArraySlice<UInt8>)? {
            guard let first = line.first, first >= 0x41, first <= 0x5A,
                let end = line.firstIndex(of: UInt8(ascii: ":")),
                line[..<end].allSatisfy({ $0.isASCIILetter || $0 >= 0x80 || $0 == 0x20 })
            else { return nil }
            return (Array(line[..<end]), line[end...])
        }
        guard let source = parts(code), let target = parts(other) else { return false }
        return source.rest == target.rest && !source.label.isMistyped(as: target.label)
    }

    /// The locale that `zhCN`, `zh_CN` or `de` names.
    private static func locale(_ word: [UInt8]) -> LanguageTag? {
        guard word.count == 2 || word.count == 4 || word.count == 5 else { return nil }
        var spelling = word
        if word.count == 4 {
            guard word[..<2].allSatisfy({ $0 >= 0x61 }), word[2...].allSatisfy({ $0 <= 0x5A }) else { return nil }
            spelling.insert(UInt8(ascii: "-"), at: 2)
        }
        return LanguageTag(spelling: String(decoding: spelling, as: UTF8.self))
    }

    // MARK: Words in spans

    /// Whether a short text in code is said in the reader's words: a number with its unit, keys that are pressed
    /// together, steps between arrows. Linear in both.
    func isReworded(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let sides = (Array(code), Array(other))
        return Self.areUnits(sides.0, sides.1) || Self.areKeys(sides.0, sides.1) || Self.areSteps(sides.0, sides.1)
    }

    private static func areUnits(_ code: [UInt8], _ other: [UInt8]) -> Bool {
        func parts(_ text: [UInt8]) -> [ArraySlice<UInt8>] { text.split { $0 == 0x20 || $0 == UInt8(ascii: "-") } }
        let sides = (parts(code), parts(other))
        func numbers(_ parts: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
            parts.filter { $0.allSatisfy(\.isASCIIDigit) }
        }
        func words(_ parts: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
            parts.filter { $0.count > 1 && $0.allSatisfy { $0.isASCIILetter || $0 >= 0x80 } }
        }
        guard sides.0.first?.first?.isASCIIDigit ?? false, numbers(sides.0) == numbers(sides.1) else { return false }
        return [sides.0, sides.1].allSatisfy { words($0).count > 0 && words($0).count + numbers($0).count == $0.count }
            && !Array(words(sides.0).joined()).isMistyped(as: Array(words(sides.1).joined()))
    }

    private static func areKeys(_ code: [UInt8], _ other: [UInt8]) -> Bool {
        func keys(_ text: [UInt8]) -> [[UInt8]] {
            text.split(separator: UInt8(ascii: "+")).map {
                $0.filter { $0 > 0x20 }.map { $0.isASCIILetter ? $0 | 0x20 : $0 }
            }
        }
        let modifiers = [
            "ctrl", "control", "strg", "alt", "option", "shift", "maj", "umschalt", "cmd", "command", "meta",
        ]
        let sides = (keys(code), keys(other))
        guard sides.0.count > 1, sides.0.count == sides.1.count,
            [sides.0, sides.1].allSatisfy({ keys in modifiers.contains { $0.utf8.elementsEqual(keys[0]) } })
        else { return false }
        return zip(sides.0, sides.1).allSatisfy { key, other in
            key == other || key.count > 2 && other.count > 2 && !(key.count == other.count && key.isMistyped(as: other))
        }
    }

    private static func areSteps(_ code: [UInt8], _ other: [UInt8]) -> Bool {
        func steps(_ text: [UInt8]) -> [[ArraySlice<UInt8>]] {
            var steps: [[ArraySlice<UInt8>]] = [[]]
            for word in text.split(separator: 0x20) {
                if ["->", "=>", "→"].contains(where: { $0.utf8.elementsEqual(word) }) {
                    steps.append([])
                } else {
                    steps[steps.count - 1].append(word)
                }
            }
            return steps
        }
        let sides = (steps(code), steps(other))
        guard sides.0.count > 2, sides.0.count == sides.1.count else { return false }
        return zip(sides.0, sides.1).allSatisfy { step, other in
            step == other
                || step.count > 1 && other.count > 1 && !Array(step.joined()).isMistyped(as: Array(other.joined()))
        }
    }

    // MARK: Tokens

    private static func tokens(_ text: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < text.count {
            if text[index] <= 0x20 {
                index += 1
                continue
            }
            let end = endOfPlaceholder(text, index) ?? endOfRun(text, index)
            tokens.append(Token(kind: kind(text[index..<end]), bytes: Array(text[index..<end])))
            index = end
        }
        return tokens
    }

    private static func kind(_ token: ArraySlice<UInt8>) -> Token.Kind {
        guard let first = token.first else { return .mark }
        if first.isASCIIDigit { return .number }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "{") { return token.count > 1 ? .placeholder : .mark }
        let isFiller = token.count >= 3 && token.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
        return isFiller ? .placeholder : first.isWordByte ? .word : .mark
    }

    private static func endOfRun(_ text: [UInt8], _ start: Int) -> Int {
        guard text[start].isWordByte || text[start].isASCIIDigit else { return start + 1 }
        let isNumber = text[start].isASCIIDigit
        var end = start
        while end < text.count, text[end].isASCIIDigit || !isNumber && text[end].isWordByte { end += 1 }
        // `zh-CN` is one word.
        if end == start + 2, end + 2 < text.count, text[end] == UInt8(ascii: "-"),
            text[(end + 1)...(end + 2)].allSatisfy(\.isASCIILetter),
            end + 3 == text.count || !(text[end + 3].isWordByte || text[end + 3].isASCIIDigit)
        {
            return end + 3
        }
        return end
    }

    /// The end of words in angle brackets that are no tag: with blanks, in capitals, with `_`, or of another script; or of
    /// words in braces that are no name: with blanks or of another script.
    private static func endOfPlaceholder(_ text: [UInt8], _ start: Int) -> Int? {
        let isBrace = text[start] == UInt8(ascii: "{")
        guard isBrace || text[start] == UInt8(ascii: "<"),
            let end = text[(start + 1)...].prefix(48).firstIndex(of: isBrace ? UInt8(ascii: "}") : UInt8(ascii: ">")),
            end > start + 1
        else { return nil }
        let name = text[(start + 1)..<end]
        guard name.allSatisfy({ $0.isWordByte || $0.isASCIIDigit || $0 == 0x20 || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        if isBrace { return name.contains { $0 == 0x20 || $0 >= 0x80 } ? end + 1 : nil }
        let isDescription = name.contains { $0 == 0x20 || $0 == UInt8(ascii: "_") || $0 >= 0x80 }
        let isCapitals = name.count > 1 && !name.contains { $0 >= 0x61 && $0 <= 0x7A }
        return isDescription || isCapitals ? end + 1 : nil
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool { isASCIILetter || self >= 0x80 || self == UInt8(ascii: "_") }
}

extension [UInt8] {
    /// Whether one byte more, less or another, or two that changed places, make one text of the other. Linear.
    func isMistyped(as other: [UInt8]) -> Bool {
        guard abs(count - other.count) <= 1, self != other else { return false }
        let limit = Swift.min(count, other.count)
        var start = 0
        while start < limit && self[start] == other[start] { start += 1 }
        var end = 0
        while end < limit - start && self[count - 1 - end] == other[other.count - 1 - end] { end += 1 }
        let left = (count - start - end, other.count - start - end)
        if left.0 <= 1 && left.1 <= 1 { return true }
        return left == (2, 2) && self[start] == other[start + 1] && self[start + 1] == other[start]
    }
}
