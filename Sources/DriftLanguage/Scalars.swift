import DriftText

/// Reading single characters out of bytes, forwards and backwards.
extension [UInt8] {
    /// The scalar that ends at an offset; nil at the beginning.
    func scalar(before index: Int) -> (value: UInt32, length: Int)? {
        guard index > 0, index <= count else { return nil }
        var start = index - 1
        while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        let scalar = scalar(at: start)
        return start + scalar.length == index ? scalar : (0xFFFD, 1)
    }

    func isLatin(at index: Int) -> Bool { index < count && Scalars.isLatin(scalar(at: index).value) }

    /// The offset after the spacing characters at an offset.
    func skippingSpaces(from index: Int) -> Int {
        var index = index
        while index < count {
            if self[index] == 0x20 {
                index += 1
            } else if self[index] >= 0x80, let separator = digitSeparator(at: index), separator.kind == .space {
                index += separator.length
            } else {
                break
            }
        }
        return index
    }

    /// The end of the run of letters that begins at an offset.
    func endOfLetters(from index: Int, where isMember: (UInt32) -> Bool = Scalars.isLetter) -> Int {
        var end = index
        while end < count {
            let scalar = scalar(at: end)
            guard isMember(scalar.value) else { break }
            end += scalar.length
        }
        return end
    }

    /// The start of the run of letters that ends at an offset, at most 40 letters back.
    func startOfLetters(before index: Int) -> Int {
        var start = index
        for _ in 0..<40 {
            guard let scalar = scalar(before: start), Scalars.isLetter(scalar.value) else { break }
            start -= scalar.length
        }
        return start
    }

    /// The bytes of a range with capitals made small, by simple case mapping of Latin, Greek and Cyrillic.
    package func folded(_ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalar(at: index)
            Scalars.append(Scalars.fold(scalar.value), to: &result)
            index += scalar.length
        }
        return result
    }
}

package enum Scalars {
    package static func isLatin(_ value: UInt32) -> Bool {
        if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
        return (value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7)
            || (value >= 0x1E00 && value <= 0x1EFF)
    }

    package static func isCyrillicOrGreek(_ value: UInt32) -> Bool { value >= 0x370 && value <= 0x52F }

    /// Letters and their combining marks of all scripts, near enough: what is no control, sign, digit or space.
    package static func isLetter(_ value: UInt32) -> Bool {
        if value < 0x2000 {
            return isLatin(value) || (value >= 0x250 && value != 0x37E && !isNativeDigitOrSign(value))
        }
        return (value >= 0x3040 && value <= 0x318F && value != 0x30FB) || (value >= 0x3400 && value <= 0xD7A3)
            || value == 0x3005 || (value >= 0xF900 && value <= 0xFDFF) || (value >= 0xFE70 && value < 0xFEFF)
            || (value >= 0xFF66 && value <= 0xFF9F) || (value >= 0x2_0000 && value < 0x3_2000)
    }

    private static func isNativeDigitOrSign(_ value: UInt32) -> Bool {
        switch value {
        case 0x600...0x61F, 0x660...0x66D, 0x6D4, 0x6F0...0x6F9, 0x964...0x970, 0x9E6...0x9EF, 0xE3F, 0xE4F...0xE5B,
            0x5BE, 0x5C0, 0x5C3, 0x5F3, 0x5F4, 0x55A...0x55F, 0x589, 0x58A:
            true
        default: false
        }
    }

    static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A: value + 0x20
        case 0xC0...0xDE where value != 0xD7: value + 0x20
        case 0x130: 0x69
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x4FF: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        case 0x391...0x3A9: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x410...0x42F: value + 0x20
        default: value
        }
    }

    static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
