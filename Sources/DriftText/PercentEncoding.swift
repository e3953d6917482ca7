extension [UInt8] {
    /// With each `%` and two hexadecimal digits as the byte that they stand for (RFC 3986, section 2.1).
    package var percentDecoded: [UInt8] {
        guard contains(UInt8(ascii: "%")) else { return self }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(count)
        var index = 0
        while index < count {
            let byte = self[index]
            if byte == UInt8(ascii: "%"), index + 2 < count,
                let value = UInt8(String(decoding: self[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(byte)
                index += 1
            }
        }
        return decoded
    }
}
