package org.humdash.humanitarian.headline;

import java.util.List;
import org.humdash.humanitarian.headline.HeadlinePolicy.Candidate;
import org.humdash.humanitarian.headline.HeadlinePolicy.Choice;
import org.humdash.vocabulary.text.BilingualText;

/** Why a claim is shown first, in words a reader of the page understands. */
final class HeadlineReason {

    private static final BilingualText ONLY_PARTS = new BilingualText(
            "Every standing claim is about a part only (by sex, age, cause or type of shelter), so none is shown for the"
                    + " whole.",
            "كل الإفادات القائمة تخص جزءًا فقط (بحسب الجنس أو العمر أو السبب أو نوع المأوى)، فلا تُعرض أي منها عن الكل.");

    private HeadlineReason() {}

    /** Why nothing was chosen although there are claims. */
    static BilingualText noneIsAboutAll() {
        return ONLY_PARTS;
    }

    /**
     * @param definition the code of the chosen claim's definition
     * @param claims all that stood for choice
     */
    static BilingualText of(Choice choice, String definition, List<Candidate> claims) {
        Candidate chosen = choice.claim();
        BilingualText rule = rule(choice);
        if (!chosen.ownDefinition()) {
            return new BilingualText(
                    rule.en() + " No standing claim uses the indicator's own definition; this one is by " + definition
                            + ".",
                    rule.ar() + " لا تستخدم أي إفادة قائمة تعريف المؤشر نفسه؛ وهذه وفق التعريف " + definition + ".");
        }
        boolean othersCountOtherwise = claims.stream().anyMatch(claim -> claim.aboutAll() && !claim.ownDefinition());
        boolean isSaid = choice.decidedBy()
                .filter(HeadlinePolicy.Rule.OWN_DEFINITION::equals)
                .isPresent();
        return othersCountOtherwise && !isSaid
                ? new BilingualText(
                        rule.en() + " Claims by another definition come after those by the indicator's own.",
                        rule.ar() + " تأتي الإفادات وفق تعريف آخر بعد الإفادات وفق تعريف المؤشر نفسه.")
                : rule;
    }

    private static BilingualText rule(Choice choice) {
        Candidate chosen = choice.claim();
        if (choice.decidedBy().isEmpty()) {
            return new BilingualText("It is the only claim for the whole.", "هي الإفادة الوحيدة عن الكل.");
        }
        return switch (choice.decidedBy().get()) {
            case OWN_DEFINITION ->
                new BilingualText(
                        "It is the only claim by the indicator's own definition; the others count something else.",
                        "هي الإفادة الوحيدة وفق تعريف المؤشر نفسه؛ أما الأخرى فتعدّ شيئًا آخر.");
            case SOURCE_PRIORITY ->
                new BilingualText(
                        chosen.originator() + " comes first in the order of sources set for this indicator.",
                        "يأتي المصدر " + chosen.originator() + " أولًا في ترتيب المصادر المحدد لهذا المؤشر.");
            case NEWEST_VALIDITY ->
                new BilingualText(
                        "Its period ends last, on " + chosen.validTo() + ".",
                        "فترتها هي الأحدث انتهاءً، في " + chosen.validTo() + ".");
            case STATEMENT_BEFORE_RELAY ->
                new BilingualText(
                        "Of the claims up to " + chosen.validTo() + " it is the statement itself, not a relay of one.",
                        "من بين الإفادات حتى " + chosen.validTo() + " هي التصريح نفسه لا نقل عنه.");
            case NEWEST_PUBLICATION ->
                new BilingualText(
                        "Of the claims up to " + chosen.validTo() + " it was published last, on " + chosen.publishedOn()
                                + ".",
                        "من بين الإفادات حتى " + chosen.validTo() + " هي الأحدث نشرًا، في " + chosen.publishedOn()
                                + ".");
            case ALPHABET ->
                new BilingualText(
                        "Nothing tells it apart from other claims up to " + chosen.validTo()
                                + "; it comes first by the alphabet.",
                        "لا شيء يميزها عن إفادات أخرى حتى " + chosen.validTo() + "؛ وهي الأولى أبجديًا.");
        };
    }
}
