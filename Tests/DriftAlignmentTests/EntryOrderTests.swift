import DriftAlignment
import Testing

/// Entries of change tables that break the order of their dates.
@Suite struct EntryOrderTests {
    private func unordered(_ source: [String], _ target: [String]) -> [String] {
        let texts = [source, target].map { dates in
            "# History\n\n| Date | Text |\n| --- | --- |\n" + dates.map { "| \($0) | Text |\n" }.joined()
        }
        return Sample.differences(Sample.outline(texts[0]), Sample.outline(texts[1], "pt"))
            .filter { $0.kind == .unordered }.map(\.found)
    }

    @Test func areFoundInEitherDirection() {
        let rising = ["2023-01-17", "2023-06-02", "2024-02-11"]
        #expect(unordered(rising, ["2024-05-01"] + rising) == ["2024-05-01 | Text"])
        #expect(unordered(rising.reversed(), rising.reversed() + ["2024-05-01"]) == ["2024-05-01 | Text"])
        #expect(unordered(rising, rising + ["2024-05-01"]).isEmpty)
    }

    @Test func areInOrderWhenEitherReadingOfADateIs() {
        let falling = ["3/27/2020", "1/31/2020"]
        #expect(unordered(falling, ["05/04/2020"] + falling).isEmpty)
        #expect(unordered(falling, ["3/27/2020", "05/02/2020", "1/31/2020"]).isEmpty)
        #expect(unordered(falling, ["3/27/2020", "05/04/2020", "1/31/2020"]) == ["05/04/2020 | Text"])
    }

    @Test func areNotJudgedWhereTheSourceHasNoOrder() {
        #expect(
            unordered(["2023-06-02", "2023-01-17", "2024-02-11"], ["2023-06-02", "2023-01-17", "2022-02-11"]).isEmpty)
    }

    /// What moved, or has another date than its partner, is reported as such.
    @Test func areNotReportedTwice() {
        let dates = ["2023-01-17", "2023-06-02", "2024-02-11"]
        #expect(unordered(dates, ["2023-01-17", "2024-02-11", "2023-06-02"]).isEmpty)
        #expect(unordered(dates, ["2023-01-17", "2032-06-02", "2024-02-11"]).isEmpty)
    }
}
