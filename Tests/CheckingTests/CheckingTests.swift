import Testing

@Suite struct CheckingTests {}
