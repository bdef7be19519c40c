import Testing

@Suite struct HaruTests {}
