print("driftlint")
