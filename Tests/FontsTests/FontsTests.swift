import Testing

@Suite struct FontsTests {}
