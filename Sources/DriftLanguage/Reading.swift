/// One thing that a typed value may mean, as a hash that is equal in every notation of it.
enum Reading {
    private static func mix(_ domain: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        var hash = first &* 0x9E37_79B9_7F4A_7C15 ^ (second &+ domain &* 0xD1B5_4A32_D192_ED03)
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }

    /// A decimal number `digits` · 10^-`scale`. Zeros after the decimal point count, so that 3.1 and 3.10 differ.
    static func number(_ digits: UInt64, scale: Int = 0) -> UInt64 {
        var digits = digits
        var scale = scale
        if digits == 0 { return mix(1, 0, 0) }
        while scale <= 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        return mix(1, digits, UInt64(bitPattern: Int64(scale)))
    }

    static func percentage(_ number: UInt64) -> UInt64 { mix(2, number, 0) }

    /// Marks the readings that are days, in the upper half; no hash has it but by a chance of one in four billions.
    private static let dayMark: UInt64 = 0x5A7E_DA7E

    /// A day; 0 stands for a year or a day that is not said. Later days have greater readings.
    static func date(year: Int, month: Int, day: Int) -> UInt64 {
        dayMark << 32 | UInt64(UInt32(truncatingIfNeeded: year * 512 + month * 32 + day))
    }

    static func isFullDay(_ reading: UInt64) -> Bool {
        reading >> 32 == dayMark && reading & 31 > 0 && reading & 0xFFFF_FFFF >= 512
    }

    /// What `date` was made of.
    static func calendarDay(_ reading: UInt64) -> CalendarDay {
        let day = Int(reading & 0xFFFF_FFFF)
        return CalendarDay(year: day / 512, month: day % 512 / 32, day: day % 32)
    }

    /// A time of day on the clock of 24 hours.
    static func time(hour: Int, minute: Int, second: Int = 0) -> UInt64 {
        mix(4, UInt64(hour % 24), UInt64(minute * 60 + second))
    }

    /// The same for `4.24` and `4.24.0`.
    static func version(_ parts: some Sequence<UInt64>) -> UInt64 {
        var parts = Array(parts)
        while parts.count > 2, parts.last == 0 { parts.removeLast() }
        return parts.reduce(mix(5, 0, 0)) { mix(5, $0, $1) }
    }
}
