extension Collection<UInt8> {
    /// With each `%` and two hexadecimal digits as the byte that they stand for (RFC 3986, section 2.1).
    package var percentDecoded: [UInt8] {
        var decoded: [UInt8] = []
        var rest = self[...]
        while let byte = rest.first {
            let digits = rest.dropFirst().prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                rest = rest.dropFirst(3)
            } else {
                decoded.append(byte)
                rest = rest.dropFirst()
            }
        }
        return decoded
    }
}
