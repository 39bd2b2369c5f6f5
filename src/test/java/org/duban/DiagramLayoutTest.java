package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram can be read: nothing covers anything, and the way things normally go runs left to right. */
class DiagramLayoutTest {

    /**
     * How a diagram is meant to be read.
     *
     * @param rows the way things normally go, row by row
     * @param back the flows that lead back: returns, loops, and the change from one row to the next
     */
    record Reading(List<List<String>> rows, Set<String> back) {}

    static final Map<String, Reading> READINGS = Map.of(
            "ProblemRectification", problemRectification(),
            "DeadlineWatch", deadlineWatch(),
            "MonthlyRound", monthlyRound(),
            "DeadlineExtension", deadlineExtension(),
            "DeadlineSuspension", deadlineSuspension(),
            "ProblemReassignment", problemReassignment(),
            "PaperService", paperService(),
            "PetitionDispatch", petitionDispatch(),
            "WarningCard", warningCard());

    static Stream<String> names() {
        return Models.flows().stream().map(Models.Flow::name);
    }

    @Test
    void everyDiagramSaysHowItIsRead() {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(READINGS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyElementIsDrawn(String name) {
        assertThat(layout(name).undrawn()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shapesKeepApart(String name) {
        assertThat(layout(name).shapesOverlapping()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void labelsStandFree(String name) {
        assertThat(layout(name).labelsCovered()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void textFitsItsBox(String name) {
        assertThat(layout(name).textTooLong()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void flowsRunUprightOrLevelFromBorderToBorder(String name) {
        assertThat(layout(name).flowsOutOfLine()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void flowsKeepClearOfShapes(String name) {
        assertThat(layout(name).flowsThroughShapes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void flowsKeepClearOfEachOther(String name) {
        assertThat(layout(name).flowsMeeting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyDeclaredFlowsLeadBack(String name) {
        assertThat(layout(name).flowsLeadingBack(READINGS.get(name).back())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void normalWayRunsInStraightRows(String name) {
        DiagramLayout layout = layout(name);
        assertThat(READINGS.get(name).rows()).flatExtracting(layout::rowBroken).isEmpty();
    }

    private static DiagramLayout layout(String name) {
        return new DiagramLayout(Models.flow(name));
    }

    private static Reading paperService() {
        return new Reading(
                List.of(List.of("StartEvent_PaperToBeServed", "ServiceTask_ServePaper", "EndEvent_ServiceEnded")),
                Set.of());
    }

    private static Reading warningCard() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_CardProposed",
                                "Gateway_DecidingJoined",
                                "SubProcess_DecideCard",
                                "Gateway_CardGranted",
                                "ServiceTask_IssueCard",
                                "Gateway_CardIssued",
                                "Gateway_ForkIssued",
                                "Gateway_HoldingJoined",
                                "SubProcess_HoldCard",
                                "Gateway_TurningRed",
                                "ServiceTask_LiftCard",
                                "EndEvent_CardLifted"),
                        List.of(
                                "StartEvent_DecidingStarted",
                                "Gateway_ReviewingJoined",
                                "UserTask_ReviewCard",
                                "Gateway_CardKept",
                                "UserTask_ApproveCard",
                                "Gateway_CardReturned",
                                "EndEvent_CardDecided"),
                        List.of(
                                "StartEvent_HoldingStarted",
                                "Gateway_AnsweringJoined",
                                "SubProcess_AwaitReply",
                                "UserTask_CheckCardReply",
                                "Gateway_ReplyPassed",
                                "Gateway_LiftingJoined",
                                "UserTask_ApplyForLifting",
                                "UserTask_CheckLifting",
                                "Gateway_SitePassed",
                                "UserTask_ApproveLifting",
                                "Gateway_LiftingApproved",
                                "EndEvent_LiftingApproved"),
                        List.of(
                                "StartEvent_ReplyAwaited",
                                "Gateway_NoticeSigned",
                                "UserTask_SignForCard",
                                "Gateway_SignedJoined",
                                "UserTask_ReplyToCard",
                                "EndEvent_CardReplied")),
                Set.of(
                        "Flow_CardReturnedToReviewingJoined",
                        "Flow_SitePassedToLiftingJoined",
                        "Flow_LiftingApprovedToLiftingJoined",
                        "Flow_RedProposedToAnsweringJoined",
                        "Flow_TurningRedToWorseningJoined",
                        "Flow_WorseningJoinedToDecidingJoined"));
    }

    private static Reading deadlineWatch() {
        return new Reading(
                List.of(List.of(
                        "StartEvent_WatchTimeCome",
                        "Gateway_SweepingJoined",
                        "ServiceTask_SweepCheckpoints",
                        "Gateway_CheckpointsLeft",
                        "ServiceTask_ReleaseMessages",
                        "EndEvent_Watched")),
                Set.of("Flow_CheckpointsLeftToSweepingJoined"));
    }

    private static Reading monthlyRound() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_RoundOrdered",
                                "Gateway_OpeningJoined",
                                "ServiceTask_GenerateTable",
                                "Gateway_RoundUnderWay",
                                "UserTask_ReportRound",
                                "EndEvent_AllReported"),
                        List.of(
                                "StartEvent_RoundDayReached",
                                "ServiceTask_OpenRound",
                                "Gateway_RoundOpened",
                                "EndEvent_AlreadyOpened"),
                        List.of(
                                "Gateway_AwaitFreeze",
                                "Catch_CutOffReached",
                                "Gateway_FreezeJoined",
                                "ServiceTask_FreezeRound",
                                "EndEvent_RoundFrozen")),
                Set.of());
    }

    private static Reading deadlineExtension() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_ExtensionAsked",
                                "SubProcess_Approve",
                                "Gateway_RequestGranted",
                                "ServiceTask_ExtendDeadline",
                                "Gateway_CarriedOut",
                                "EndEvent_DeadlineExtended"),
                        approval("Request")),
                Set.of());
    }

    private static Reading deadlineSuspension() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_SuspensionAsked",
                                "SubProcess_Approve",
                                "Gateway_RequestGranted",
                                "ServiceTask_StopClock",
                                "Gateway_CarriedOut",
                                "Gateway_AwaitResumption",
                                "Catch_SuspensionOver",
                                "Gateway_ResumingJoined",
                                "ServiceTask_ResumeClock",
                                "EndEvent_ClockRunning"),
                        approval("Request")),
                Set.of());
    }

    private static Reading problemReassignment() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_ReassignmentAsked",
                                "SubProcess_Approve",
                                "Gateway_RequestGranted",
                                "ServiceTask_ReassignUnits",
                                "Gateway_CarriedOut",
                                "EndEvent_UnitsReassigned"),
                        List.of(
                                "StartEvent_ApprovalStarted",
                                "Gateway_UnitAsked",
                                "UserTask_SignReassignment",
                                "Gateway_RequestSigned",
                                "Gateway_AskedJoined",
                                "Gateway_ByLeader",
                                "UserTask_DecideReassignment",
                                "Gateway_DecidedJoined",
                                "EndEvent_RequestDecided")),
                Set.of());
    }

    private static Reading petitionDispatch() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_PetitionRegistered",
                                "Gateway_DispatchJoined",
                                "UserTask_DispatchPetition",
                                "Gateway_LetterDispatched",
                                "Gateway_HandlingJoined"),
                        List.of(
                                "StartEvent_ShareReceived",
                                "Gateway_AnotherRound",
                                "Gateway_SigningJoined",
                                "UserTask_SignForPetition",
                                "Gateway_ShareSigned",
                                "Gateway_InvestigatingJoined",
                                "UserTask_Investigate",
                                "UserTask_SignFindings",
                                "Gateway_FindingsSigned",
                                "EndEvent_ShareAnswered"),
                        List.of(
                                "Gateway_SeveralUnits",
                                "UserTask_CombineAnswer",
                                "Gateway_CombinedJoined",
                                "UserTask_ReviewAnswer",
                                "Gateway_AnswerPassed",
                                "Gateway_PublishingJoined",
                                "Gateway_ToPublish",
                                "Gateway_AwaitPublication",
                                "Catch_AnswerPublished",
                                "Gateway_PublishedJoined",
                                "Gateway_Settled",
                                "Gateway_CallBackNeeded",
                                "UserTask_CallBack",
                                "Gateway_Dissatisfied",
                                "Gateway_ClosingJoined",
                                "EndEvent_PetitionClosed"),
                        List.of(
                                "Gateway_FollowingJoined",
                                "Catch_FollowUpDue",
                                "UserTask_ReportProgress",
                                "UserTask_AssessProgress",
                                "Gateway_FollowUpGoesOn"),
                        List.of(
                                "Gateway_LeaderJoined",
                                "UserTask_TakeUpCase",
                                "UserTask_ConcludeCase",
                                "EndEvent_LeaderConcluded")),
                Set.of(
                        "Flow_RedispatchesCappedToAgainJoined",
                        "Flow_DissatisfiedCappedToAgainJoined",
                        "Flow_DissatisfiedCappedToLeaderJoined",
                        "Flow_ReturnsUsedUpToArbitratePetition",
                        "Flow_ReturnsUsedUpToAppointUnit",
                        "Flow_ArbitratePetitionToLetterStays",
                        "Flow_AppointUnitToRuledJoined",
                        "Flow_FindingsSignedToInvestigatingJoined",
                        "Flow_FoldedBeforeToFoldedJoined",
                        "Flow_LetterSplitOffToDispatchJoined",
                        "Flow_FollowUpGoesOnToFollowingJoined",
                        "Flow_BecameProblemToPublishingJoined"));
    }

    private static List<String> approval(String what) {
        return List.of(
                "StartEvent_ApprovalStarted",
                "UserTask_Sign" + what,
                "Gateway_RequestSigned",
                "Gateway_ByLeader",
                "UserTask_Decide" + what,
                "Gateway_DecidedJoined",
                "EndEvent_RequestDecided");
    }

    private static Reading problemRectification() {
        return new Reading(
                List.of(
                        List.of(
                                "StartEvent_ProblemRegistered",
                                "Gateway_DispatchComplete",
                                "Gateway_SigningJoined",
                                "UserTask_SignFor",
                                "Gateway_SignedFor",
                                "Gateway_PlanningJoined",
                                "UserTask_MakePlan",
                                "UserTask_ReviewPlan",
                                "Gateway_PlanAccepted",
                                "Gateway_Standing",
                                "Gateway_OrdinaryJoined"),
                        List.of(
                                "Gateway_RectifyJoined",
                                "SubProcess_Rectify",
                                "UserTask_CheckPreliminarily",
                                "Gateway_PreliminaryPassed",
                                "Gateway_VerifyingJoined",
                                "UserTask_Verify",
                                "Gateway_CriteriaMet",
                                "ServiceTask_OpenPublicNotice",
                                "Gateway_NoticeJoined",
                                "Gateway_AwaitNotice",
                                "Catch_NoticePeriodOver",
                                "UserTask_ApproveStrikeOff",
                                "Gateway_StrikeOffApproved",
                                "ServiceTask_StrikeOff",
                                "Catch_LookBackDue",
                                "UserTask_LookBack",
                                "Gateway_Relapsed",
                                "EndEvent_Closed"),
                        List.of(
                                "StartEvent_RectificationStarted",
                                "Gateway_ReportingJoined",
                                "UserTask_ReportDone",
                                "UserTask_HeadSign",
                                "Gateway_HeadSigned",
                                "EndEvent_DoneReported")),
                Set.of(
                        "Flow_OrdinaryJoinedToRectifyJoined",
                        "Flow_ReturnsCappedToArbitrateReturn",
                        "Flow_ArbitrateReturnToDispatchJoined",
                        "Flow_DecideLeadUnitToDispatchJoined",
                        "Flow_PlanAcceptedToPlanningJoined",
                        "Flow_StandingContinuesToReviewingJoined",
                        "Flow_StandingContinuesToOrdinaryJoined",
                        "Flow_HeadSignedToReportingJoined",
                        "Flow_CriteriaMetToReworkJoined",
                        "Flow_ReworkJoinedToRectifyJoined",
                        "Flow_ObjectionUpheldToReworkJoined",
                        "Flow_ObjectionsLeftToAnsweringJoined",
                        "Flow_ObjectionsLeftToNoticeJoined",
                        "Flow_StrikeOffApprovedToVerifyingJoined"));
    }
}
