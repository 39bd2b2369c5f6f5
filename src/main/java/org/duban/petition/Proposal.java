package org.duban.petition;

import java.math.BigDecimal;
import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * To whom a letter might be handed, and why.
 *
 * @param rule the table, its version and the rows it was read from
 * @param rows the same rows by their place in the table, from 1
 */
public record Proposal(List<Part> shares, List<String> reasons, String rule, List<Integer> rows) {

    public record Part(UnitCode unit, BigDecimal share) {}

    /** As the form of dispatch would file it. */
    public PetitionCommand.Dispatch command() {
        return new PetitionCommand.Dispatch(
                shares.stream()
                        .map(part ->
                                new PetitionCommand.Dispatch.ShareOf(part.unit().value(), part.share()))
                        .toList(),
                null,
                null);
    }
}
