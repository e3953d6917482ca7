/// A day of which year, month and day are known.
package struct CalendarDay: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// nil for what may mean anything else.
    package init?(_ value: TypedValue) {
        guard value.readings.count == 1, let day = value.calendarDay else { return nil }
        self = day
    }

    /// Whether two days have two of year, month and day in common: one of them may have been mistyped.
    package func isNear(_ other: CalendarDay) -> Bool {
        let (isYear, isMonth, isDay) = (year == other.year, month == other.month, day == other.day)
        return isYear && isMonth || isYear && isDay || isMonth && isDay
    }
}
