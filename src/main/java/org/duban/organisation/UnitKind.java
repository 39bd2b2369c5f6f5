package org.duban.organisation;

/** What sort of unit it is. */
public enum UnitKind {
    CITY("设区市"),
    COUNTY("县(市、区)"),
    ZONE("开发区"),
    OFFICE("协调机构"),
    DEPARTMENT("市直部门"),
    BRANCH("派出机构");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
