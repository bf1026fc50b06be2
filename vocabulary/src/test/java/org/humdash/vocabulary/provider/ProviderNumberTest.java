package org.humdash.vocabulary.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12",
        "12.0, 12",
        "0.0, 0",
        "'1,234', 1234",
        "'1,234,567', 1234567",
        "1 234, 1234",
        "1 234 567, 1234567",
        "١٢, 12",
        "١٬٢٣٤, 1234",
        "1.234.567, 1234567"
    })
    void countIsReadHoweverItIsWritten(String text, long count) {
        assertEquals(count, ProviderNumber.count(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, NOT_A_WHOLE_NUMBER",
        "1.234, NOT_A_WHOLE_NUMBER",
        "'0,123', NOT_A_WHOLE_NUMBER",
        "'1,5', NOT_A_WHOLE_NUMBER",
        "'12,34,567', NOT_A_NUMBER",
        "1e3, NOT_A_NUMBER",
        "many, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "-1, NEGATIVE",
        "1000000000000001, TOO_LARGE",
        "99999999999999999999999999999999999999999, NOT_A_NUMBER"
    })
    void otherTextIsNoCount(String text, String code) {
        assertEquals(
                code,
                assertThrows(ProviderFormatException.class, () -> ProviderNumber.count(text))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "31.43317, 31.43317",
        "-0.5, -0.5",
        "−0.5, -0.5",
        "٣١٫٤, 31.4",
        "'1,234.5', 1234.5",
        "'1.234.567,5', 1234567.5",
        "'1.234,5', 1234.5",
        "'1,234,567', 1234567",
        "'31,4', 31.4",
        "'31,2915', 31.2915",
        "'0,123', 0.123",
        "'1234,567', 1234.567",
        "١٬٢٣٤, 1234"
    })
    void fractionIsReadWhereItIsCertain(String text, BigDecimal number) {
        assertEquals(number, ProviderNumber.decimal(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234', AMBIGUOUS_NUMBER",
        "'1,2,3', NOT_A_NUMBER",
        "'31,', NOT_A_NUMBER",
        "',5', NOT_A_NUMBER",
        "١٬٢, NOT_A_NUMBER",
        "N/A, NOT_A_NUMBER"
    })
    void fractionIsNotGuessed(String text, String code) {
        assertEquals(
                code,
                assertThrows(ProviderFormatException.class, () -> ProviderNumber.decimal(text))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({"'31,291', 31.291", "'34,5', 34.5", "31.291, 31.291", "-31.5, -31.5"})
    void degreesHaveNoThousands(String text, BigDecimal number) {
        assertEquals(number, ProviderNumber.degrees(text));
    }
}
