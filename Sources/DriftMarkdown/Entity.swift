internal import DriftText

/// Entity and numeric character references (CommonMark, section 2.5).
enum Entity {
    /// Length in bytes of the reference whose `&` is at `offset`; nil where none stands there.
    static func length(in bytes: [UInt8], at offset: Int, limit: Int) -> Int? {
        var index = offset + 1
        guard index < limit else { return nil }
        if bytes[index] == UInt8(ascii: "#") {
            index += 1
            let isHex = index < limit && bytes[index] | 0x20 == UInt8(ascii: "x")
            if isHex { index += 1 }
            let start = index
            while index < limit, isHex ? bytes[index].isHexDigit : bytes[index].isDigit { index += 1 }
            guard (1...(isHex ? 6 : 7)).contains(index - start) else { return nil }
        } else {
            // The longest name has 31 letters.
            let start = index
            while index < limit, index - start < 32, bytes[index].isAlphanumeric { index += 1 }
            guard index > start, index < limit, bytes[index] == UInt8(ascii: ";"),
                value(bytes[start..<index]) != nil
            else { return nil }
        }
        guard index < limit, bytes[index] == UInt8(ascii: ";") else { return nil }
        return index + 1 - offset
    }

    /// The UTF-8 text of a reference that `length` has accepted.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let body = bytes.dropFirst().dropLast()
        guard body.first == UInt8(ascii: "#") else {
            return (value(body) ?? []).flatMap { Array(String(Character($0)).utf8) }
        }
        var number: UInt32 = 0
        let digits = body.dropFirst()
        if digits.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
            for byte in digits.dropFirst() { number = number << 4 | hexValue(byte) }
        } else {
            for byte in digits { number = number &* 10 &+ UInt32(byte &- 0x30) }
        }
        let scalar = number == 0 ? nil : Unicode.Scalar(number)
        return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
    }

    private static func hexValue(_ byte: UInt8) -> UInt32 {
        UInt32(byte.isDigit ? byte & 0x0F : (byte & 0x0F) + 9)
    }

    /// The scalars of a named reference, by binary search.
    private static func value(_ name: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        let table = EntityData.table
        var low = 0
        var high = table.count
        while low < high {
            var start = (low + high) / 2
            while start > low, !table[start - 1].isSpace { start -= 1 }
            var end = start
            while end < table.count, table[end] != UInt8(ascii: ":") { end += 1 }
            let entry = table[start..<end]
            var after = end
            while after < table.count, !table[after].isSpace { after += 1 }
            if entry.elementsEqual(name) { return scalars(table[end + 1..<after]) }
            if entry.lexicographicallyPrecedes(name) { low = after + 1 } else { high = start }
        }
        return nil
    }

    private static func scalars(_ codes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        codes.split(separator: UInt8(ascii: "+")).compactMap { code in
            Unicode.Scalar(code.reduce(0) { $0 << 4 | hexValue($1) })
        }
    }
}
