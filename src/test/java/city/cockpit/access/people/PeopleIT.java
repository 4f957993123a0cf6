package city.cockpit.access.people;

import static city.cockpit.access.Role.ADMINISTRATOR;
import static city.cockpit.access.Role.STAFF;
import static city.cockpit.access.Role.TECHNICIAN;
import static city.cockpit.access.people.Staff.ANNAS_PASSWORD;
import static city.cockpit.access.people.Staff.secret;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import city.cockpit.access.AccessChanged;
import city.cockpit.access.GivenPassword.Given;
import city.cockpit.access.GivenPassword.Occasion;
import city.cockpit.access.IdentityProvider.Refusal;
import city.cockpit.access.OwnAccount.PasswordOutcome;
import city.cockpit.access.OwnAccount.Weakness;
import city.cockpit.access.People.ChangeOutcome;
import city.cockpit.access.People.Details;
import city.cockpit.access.People.Invitation;
import city.cockpit.access.People.Invitee;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.harness.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final SignInName ADMIN = new SignInName("admin");
    private static final SignInName ANNA = new SignInName("anna");
    private static final String OTHER_PASSWORD = "Neun Reiher im Schilf";

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private Path data = Path.of("");
    private Staff staff;

    @BeforeAll
    void migrate() {
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
    }

    @BeforeEach
    void firstStart(@TempDir Path folder) {
        sql.sql("TRUNCATE account CASCADE").update();
        data = folder;
        staff = new Staff(database.dataSource(), data);
        staff.trail.clear();
    }

    @AfterEach
    void end() {
        staff.close();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void theFirstStartMakesOneAdministratorWhosePasswordOnlyTheOwnerOfTheFilesCanRead() throws IOException {
        var file = data.resolve("secrets/admin-password");
        assertThat(Files.readString(file).strip()).hasSize(24);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(staff.opens("admin", Files.readString(file).strip())).isTrue();
        assertThat(roles("admin")).containsExactly("ROLE_PASSWORD_TO_CHANGE");
        assertThat(staff.people.listPeople())
                .singleElement()
                .satisfies(admin -> assertThat(admin.roles()).containsExactlyInAnyOrder(Role.values()));
    }

    @Test
    void theNextStartKeepsThePassword() throws IOException {
        var password = firstPassword();
        try (var _ = new Staff(database.dataSource(), data)) {
            assertThat(firstPassword()).isEqualTo(password);
            assertThat(staff.opens("admin", password)).isTrue();
        }
    }

    @Test
    void ofTwoNodesThatStartTogetherOneMakesTheAdministratorAndOnlyItsPasswordIsLeft() throws Exception {
        sql.sql("TRUNCATE account CASCADE").update();
        Files.delete(data.resolve("secrets/admin-password"));
        var nodes = together(List.<Callable<Staff>>of(
                () -> new Staff(database.dataSource(), data.resolve("one")),
                () -> new Staff(database.dataSource(), data.resolve("two"))));
        var files = Stream.of("one", "two")
                .map(node -> data.resolve(node).resolve("secrets/admin-password"))
                .filter(Files::exists)
                .toList();
        assertThat(files).hasSize(1);
        assertThat(staff.opens("admin", Files.readString(files.getFirst()).strip()))
                .isTrue();
        nodes.forEach(Staff::close);
    }

    @Test
    void whoChoosesAPasswordHasTheRolesAndTheFirstOneIsGone() throws IOException {
        assertThat(staff.own.changePassword(ADMIN, firstPassword(), OTHER_PASSWORD))
                .isEqualTo(new PasswordOutcome.Changed());
        assertThat(roles("admin"))
                .containsExactlyInAnyOrder(
                        "ROLE_ADMINISTRATOR", "ROLE_STAFF", "ROLE_TECHNICIAN", "ROLE_STRATEGY_EDITOR");
        assertThat(data.resolve("secrets/admin-password")).doesNotExist();
        assertThat(staff.trail).containsExactly("admin PASSWORD_CHANGED admin");
    }

    @Test
    void whoForgotThePasswordAndMayStartTheCockpitGetsANewOneThatIsGoodForAChangeOnly() throws IOException {
        staff.own.changePassword(ADMIN, firstPassword(), OTHER_PASSWORD);
        var link = secret(staff.people.makeLink(ADMIN, "admin").orElseThrow());
        staff.employ("bert", STAFF);
        try (var restarted = new Staff(database.dataSource(), data)) {
            assertThat(restarted.given.findGiven()).isEmpty();
            restarted.asked.run(new DefaultApplicationArguments());
            assertThat(restarted.given.findGiven()).contains(new Given(ADMIN, Occasion.ASKED));
            assertThat(restarted.changes).containsExactly(new AccessChanged(ADMIN, Optional.empty()));
            assertThat(restarted.trail).containsExactly("system ADMINISTRATOR_PASSWORD_MADE admin");
        }
        assertThat(staff.opens("admin", OTHER_PASSWORD)).isFalse();
        assertThat(staff.opens("admin", firstPassword())).isTrue();
        assertThat(roles("admin")).containsExactly("ROLE_PASSWORD_TO_CHANGE");
        assertThat(staff.own.findLink(link)).isEmpty();
        try (var later = new Staff(database.dataSource(), data)) {
            assertThat(later.given.findGiven()).contains(new Given(ADMIN, Occasion.BEFORE));
            later.own.changePassword(ADMIN, firstPassword(), OTHER_PASSWORD);
            assertThat(later.given.findGiven()).isEmpty();
        }
        assertThat(roles("admin")).contains("ROLE_ADMINISTRATOR");
        assertThat(data.resolve("secrets/admin-password")).doesNotExist();
    }

    @Test
    void theStartThatMakesTheFirstAdministratorMakesOnePasswordWhateverIsAsked() throws IOException {
        var password = firstPassword();
        staff.asked.run(new DefaultApplicationArguments());
        assertThat(firstPassword()).isEqualTo(password);
        assertThat(staff.given.findGiven()).contains(new Given(ADMIN, Occasion.FIRST_START));
        assertThat(staff.trail).isEmpty();
    }

    @Test
    void theNewPasswordIsForTheFirstAdministratorWhoMaySignInAndElseUnlocksOne() throws IOException {
        staff.employ("anna", ADMINISTRATOR);
        staff.people.lock(ADMIN, "anna");
        assertThat(newPasswordIsFor()).isEqualTo("anna");
        staff.people.unlock(ADMIN, "anna");
        staff.people.lock(ANNA, "admin");
        sql.sql("UPDATE account SET locked_at = now() WHERE name = 'admin'").update();
        assertThat(newPasswordIsFor()).isEqualTo("admin");
        assertThat(staff.people.findPerson(ADMIN).orElseThrow().locked()).isFalse();
        assertThat(staff.people.findPerson(ANNA).orElseThrow().locked()).isTrue();
    }

    @Test
    void whereOnlyTheProviderHasAdministratorsOneOfOurOwnIsMade() throws IOException {
        staff.elsewhere.admit(identity("ada", ADMINISTRATOR));
        var admin = staff.people.findPerson(ADMIN).orElseThrow();
        staff.people.change(ADMIN, admin.version(), new Details("", "", Set.of(STAFF)), "ada");
        assertThat(newPasswordIsFor()).isEqualTo("admin-2");
        assertThat(staff.people
                        .findPerson(new SignInName("admin-2"))
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder(Role.values());
    }

    /** Whom a start with the option helps. */
    private String newPasswordIsFor() throws IOException {
        try (var restarted = new Staff(database.dataSource(), data)) {
            restarted.asked.run(new DefaultApplicationArguments());
            var name = restarted.given.findGiven().orElseThrow().name().value();
            assertThat(restarted.opens(name, firstPassword())).isTrue();
            return name;
        }
    }

    @Test
    void aStrangerHasNoAccountWhateverIsTyped() {
        for (var typed : List.of("mayor' OR '1'='1", "", "nobody", "admin\0", "a".repeat(100_000)))
            assertThatExceptionOfType(UsernameNotFoundException.class)
                    .isThrownBy(() -> staff.accounts.loadUserByUsername(typed));
        assertThat(staff.accounts.loadUserByUsername(" ADMIN ").getUsername()).isEqualTo("admin");
    }

    @Test
    void aPasswordHashedAsInTheFirstVersionsOpensAndIsHashedAnew() {
        var encoder = new PasswordConfiguration().passwordEncoder();
        var old = "{argon2id}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(OTHER_PASSWORD);
        sql.sql("UPDATE account SET password_hash = :hash").param("hash", old).update();
        var admin = staff.accounts.loadUserByUsername("admin");
        assertThat(encoder.matches(OTHER_PASSWORD, admin.getPassword())).isTrue();
        assertThat(encoder.upgradeEncoding(admin.getPassword())).isTrue();
        staff.accounts.updatePassword(admin, encoder.encode(OTHER_PASSWORD));
        var hash = staff.accounts.loadUserByUsername("admin").getPassword();
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches(OTHER_PASSWORD, hash)).isTrue();
        assertThat(encoder.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void whoIsInvitedSignsInAfterUsingTheLinkOnce() {
        var link = staff.invite("anna", STAFF);
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> staff.accounts.loadUserByUsername("anna"));
        assertThat(staff.own.findLink(secret(link)))
                .hasValueSatisfying(owner -> assertThat(owner.invitation()).isTrue());
        assertThat(staff.own.redeem(secret(link), ANNAS_PASSWORD)).isEqualTo(new PasswordOutcome.Changed());
        assertThat(staff.opens("anna", ANNAS_PASSWORD)).isTrue();
        assertThat(roles("anna")).containsExactly("ROLE_STAFF");
        assertThat(staff.own.findLink(secret(link))).isEmpty();
        assertThat(staff.own.redeem(secret(link), OTHER_PASSWORD)).isEqualTo(new PasswordOutcome.LinkVoid());
        assertThat(staff.trail)
                .containsExactly("chief PERSON_INVITED anna anna@musterstadt.example STAFF", "anna LINK_USED anna");
    }

    @Test
    void aNameIsTakenOnce() {
        staff.invite("anna");
        assertThat(staff.people.invite(new Invitee(ANNA, new Details("", "", Set.of(ADMINISTRATOR))), "chief"))
                .isEqualTo(new Invitation.NameTaken(ANNA));
        assertThat(staff.people.findPerson(ANNA).orElseThrow().roles()).isEmpty();
    }

    @Test
    void anInvitationLastsThreeDaysAndALinkForANewPasswordTwoHours() {
        var invitation = secret(staff.invite("anna"));
        staff.later(Duration.ofDays(3).minusSeconds(1));
        assertThat(staff.own.findLink(invitation)).isPresent();
        staff.later(Duration.ofSeconds(1));
        assertThat(staff.own.redeem(invitation, ANNAS_PASSWORD)).isEqualTo(new PasswordOutcome.LinkVoid());
        var bert = staff.employ("bert");
        var reset = secret(staff.people.makeLink(bert, "chief").orElseThrow());
        staff.later(Duration.ofHours(2));
        assertThat(staff.own.redeem(reset, OTHER_PASSWORD)).isEqualTo(new PasswordOutcome.LinkVoid());
        assertThat(staff.opens("bert", ANNAS_PASSWORD)).isTrue();
    }

    @Test
    void aNewLinkMakesTheFormerOnesVoidAndLeavesThePasswordAsItIs() {
        staff.employ("anna");
        var former = staff.people.makeLink(ANNA, "chief").orElseThrow();
        var newest = staff.people.makeLink(ANNA, "chief").orElseThrow();
        assertThat(staff.own.findLink(secret(former))).isEmpty();
        assertThat(staff.opens("anna", ANNAS_PASSWORD)).isTrue();
        assertThat(staff.own.redeem(secret(newest), OTHER_PASSWORD)).isEqualTo(new PasswordOutcome.Changed());
        assertThat(staff.opens("anna", OTHER_PASSWORD)).isTrue();
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneSucceeds() throws Exception {
        var link = secret(staff.invite("anna"));
        var outcomes = together(List.<Callable<PasswordOutcome>>of(
                () -> staff.own.redeem(link, "Sieben Gaense am Wehr"),
                () -> staff.own.redeem(link, "Neun Reiher im Schilf"),
                () -> staff.own.redeem(link, "Drei Fischer am Steg")));
        assertThat(outcomes).containsOnlyOnce(new PasswordOutcome.Changed()).contains(new PasswordOutcome.LinkVoid());
    }

    @Test
    void whatIsNoSecretOpensNothingAndTheDatabaseHoldsNone() {
        var link = secret(staff.invite("anna"));
        for (var guess : List.of("", "' OR true --", link + "=", link.substring(1), "\0", "a".repeat(1_000_000)))
            assertThat(staff.own.findLink(guess)).isEmpty();
        assertThat(sql.sql("SELECT encode(hash, 'escape') || account_link FROM account_link")
                        .query((row, n) -> row.getString(1))
                        .list())
                .noneMatch(row -> row.contains(link));
        assertThat(staff.people.makeLink(ANNA, "chief").orElseThrow().toString())
                .doesNotContain("#");
        assertThat(staff.trail).noneMatch(line -> line.contains(link));
    }

    @Test
    void whoComesSecondIsToldAndNothingIsLost() {
        staff.employ("anna", STAFF);
        var seen = version();
        var first = staff.people.change(ANNA, seen, new Details("Anna Karst", "", Set.of(STAFF)), "admin");
        var second = staff.people.change(ANNA, seen, new Details("Anna Korst", "", Set.of(TECHNICIAN)), "bert");
        var person = staff.people.findPerson(ANNA).orElseThrow();
        assertThat(first).isEqualTo(new ChangeOutcome.Changed(person));
        assertThat(second).isEqualTo(new ChangeOutcome.Overtaken(person));
        assertThat(person.fullName()).isEqualTo("Anna Karst");
        assertThat(staff.trail).last().isEqualTo("admin PERSON_CHANGED anna Anna Karst");
    }

    @Test
    void otherRolesAndALockEndThePersonsSessionsAndAnotherNameDoesNot() {
        staff.employ("anna", STAFF);
        staff.changes.clear();
        staff.people.change(ANNA, version(), new Details("Anna Karst", "", Set.of(STAFF)), "admin");
        assertThat(staff.changes).isEmpty();
        staff.people.change(ANNA, version(), new Details("Anna Karst", "", Set.of(STAFF, TECHNICIAN)), "admin");
        assertThat(staff.changes).containsExactly(new AccessChanged(ANNA, Optional.empty()));
        staff.people.lock(ANNA, "admin");
        assertThat(staff.changes).hasSize(2);
        assertThat(staff.accounts.loadUserByUsername("anna").isAccountNonLocked())
                .isFalse();
        staff.people.unlock(ANNA, "admin");
        assertThat(staff.accounts.loadUserByUsername("anna").isAccountNonLocked())
                .isTrue();
        assertThat(staff.trail).endsWith("admin PERSON_LOCKED anna", "admin PERSON_UNLOCKED anna");
    }

    @Test
    void aLinkUnlocksNobody() {
        staff.employ("anna", STAFF);
        staff.people.lock(ANNA, "admin");
        var link = staff.people.makeLink(ANNA, "admin").orElseThrow();
        staff.own.redeem(secret(link), OTHER_PASSWORD);
        assertThat(staff.accounts.loadUserByUsername("anna").isAccountNonLocked())
                .isFalse();
    }

    @Test
    void whoIsRemovedIsGoneWithLinksAndSessions() {
        staff.employ("anna", STAFF);
        var link = secret(staff.people.makeLink(ANNA, "admin").orElseThrow());
        staff.changes.clear();
        assertThat(staff.people.remove(ANNA, "admin")).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(staff.changes).containsExactly(new AccessChanged(ANNA, Optional.empty()));
        assertThat(staff.own.redeem(link, OTHER_PASSWORD)).isEqualTo(new PasswordOutcome.LinkVoid());
        assertThat(staff.people.findPerson(ANNA)).isEmpty();
        assertThat(staff.people.remove(ANNA, "admin")).isEqualTo(new ChangeOutcome.Gone());
        assertThat(staff.people.makeLink(ANNA, "admin")).isEmpty();
        assertThat(staff.trail).last().isEqualTo("admin PERSON_REMOVED anna");
    }

    @Test
    void theLastAdministratorStays() {
        staff.invite("anna", ADMINISTRATOR);
        var admin = staff.people.findPerson(ADMIN).orElseThrow();
        var none = new Details("", "", Set.of(STAFF));
        assertThat(List.of(
                        staff.people.change(ADMIN, admin.version(), none, "admin"),
                        staff.people.lock(ADMIN, "admin"),
                        staff.people.remove(ADMIN, "admin")))
                .containsOnly(new ChangeOutcome.LastAdministrator());
        assertThat(staff.people.findPerson(ADMIN)).contains(admin);
        var renamed = new Details("Die Chefin", "", Set.of(ADMINISTRATOR));
        assertThat(staff.people.change(ADMIN, admin.version(), renamed, "admin"))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
        staff.employ("anna", ADMINISTRATOR);
        var outcomes = together(List.<Callable<ChangeOutcome>>of(
                () -> staff.people.remove(ANNA, "admin"), () -> staff.people.remove(ADMIN, "anna")));
        assertThat(outcomes).containsOnlyOnce(new ChangeOutcome.LastAdministrator());
        assertThat(staff.people.listPeople()).hasSize(1);
    }

    @Test
    void theProviderTakesTheRoleFromEveryAdministratorButTheLast() {
        var ada = new SignInName("ada");
        assertThat(staff.elsewhere.admit(identity("ada", ADMINISTRATOR, STAFF)))
                .isEqualTo(new Admission.Admitted(ada, Set.of(ADMINISTRATOR, STAFF)));
        assertThat(staff.elsewhere.admit(identity("ada", STAFF))).isEqualTo(new Admission.Admitted(ada, Set.of(STAFF)));
        staff.elsewhere.admit(identity("ada", ADMINISTRATOR, STAFF));
        assertThat(staff.people.remove(ADMIN, "ada")).isInstanceOf(ChangeOutcome.Changed.class);
        staff.changes.clear();
        assertThat(staff.elsewhere.admit(identity("ada")))
                .isEqualTo(new Admission.Admitted(ada, Set.of(ADMINISTRATOR)));
        assertThat(staff.people.findPerson(ada).orElseThrow().roles()).containsExactly(ADMINISTRATOR);
        assertThat(staff.changes).containsExactly(new AccessChanged(ada, Optional.empty()));
        assertThat(staff.trail)
                .endsWith("system PERSON_CHANGED ada ADMINISTRATOR", "system LAST_ADMINISTRATOR_KEPT ada");
        staff.employ("anna", ADMINISTRATOR);
        assertThat(staff.elsewhere.admit(identity("ada"))).isEqualTo(new Admission.Refused(Refusal.NO_ROLE));
        assertThat(staff.people.findPerson(ada).orElseThrow().roles()).isEmpty();
    }

    @Test
    void anAdministratorOfAProviderThatIsNotAskedAnyMoreDoesNotCount() {
        sql.sql("""
                        INSERT INTO account (name, roles, issuer, subject, created_at)
                        VALUES ('ada', '{ADMINISTRATOR}', 'https://former.example', 'ada', now())""").update();
        assertThat(staff.people.remove(ADMIN, "ada")).isEqualTo(new ChangeOutcome.LastAdministrator());
    }

    @Test
    void ofTwoAdministratorsWhomTheProviderAndAColleagueDismissAtOnceOneStays() throws Exception {
        staff.elsewhere.admit(identity("ada", ADMINISTRATOR));
        together(List.<Callable<Object>>of(
                () -> staff.elsewhere.admit(identity("ada")), () -> staff.people.remove(ADMIN, "ada")));
        assertThat(staff.people.listPeople())
                .filteredOn(person -> person.roles().contains(ADMINISTRATOR))
                .hasSize(1);
    }

    private static Identity identity(String name, Role... roles) {
        return new Identity(
                Staff.PROVIDER + "/", name, SignInName.of(name), new Details("", "", Set.copyOf(Arrays.asList(roles))));
    }

    @Test
    void whoChangesThePasswordMustKnowTheOldOneAndChooseAGoodOne() {
        staff.employ("anna", STAFF);
        assertThat(staff.own.changePassword(ANNA, "wrong", OTHER_PASSWORD))
                .isEqualTo(new PasswordOutcome.WrongPassword());
        assertThat(staff.own.changePassword(ANNA, ANNAS_PASSWORD, ANNAS_PASSWORD))
                .isEqualTo(new PasswordOutcome.Unsuitable(Weakness.SAME_AS_BEFORE));
        assertThat(staff.own.changePassword(ANNA, ANNAS_PASSWORD, "kurz"))
                .isEqualTo(new PasswordOutcome.Unsuitable(Weakness.TOO_SHORT));
        staff.changes.clear();
        assertThat(staff.own.changePassword(ANNA, ANNAS_PASSWORD, OTHER_PASSWORD))
                .isEqualTo(new PasswordOutcome.Changed());
        assertThat(staff.changes).hasSize(1);
        assertThat(staff.opens("anna", OTHER_PASSWORD)).isTrue();
    }

    @Test
    void afterFiveWrongPasswordsNothingIsLookedAtForAWhile() {
        staff.employ("anna", STAFF);
        for (var i = 0; i < 5; i++) staff.own.changePassword(ANNA, "wrong " + i, OTHER_PASSWORD);
        assertThat(staff.own.changePassword(ANNA, ANNAS_PASSWORD, OTHER_PASSWORD))
                .isEqualTo(new PasswordOutcome.TooManyTries(Staff.MONDAY.plus(Duration.ofMinutes(15))));
        staff.later(Duration.ofMinutes(15));
        assertThat(staff.own.changePassword(ANNA, ANNAS_PASSWORD, OTHER_PASSWORD))
                .isEqualTo(new PasswordOutcome.Changed());
    }

    @Test
    void wrongCurrentPasswordsAreOnRecordAndAStormOfThemTakesALineEveryTenMinutes() {
        staff.employ("anna", STAFF);
        staff.trail.clear();
        staff.own.changePassword(ANNA, "wrong", OTHER_PASSWORD);
        staff.look();
        assertThat(staff.trail).containsExactly("anna PASSWORD_CHANGE_FAILED anna 1");
        for (var i = 0; i < 600; i++) {
            staff.later(Duration.ofSeconds(1));
            staff.own.changePassword(ANNA, "wrong", OTHER_PASSWORD);
            staff.look();
        }
        assertThat(staff.trail)
                .containsExactly("anna PASSWORD_CHANGE_FAILED anna 1", "anna PASSWORD_CHANGE_FAILED anna 600");
    }

    @Test
    void whoSignsInElsewhereHasNoPasswordHere() {
        sql.sql("""
                        INSERT INTO account (name, issuer, subject, created_at)
                        VALUES ('anna', 'https://id.musterstadt.example', '4711', now())""").update();
        assertThat(staff.people.findPerson(ANNA).orElseThrow().origin()).isEqualTo(Person.Origin.IDENTITY_PROVIDER);
        assertThat(staff.people.makeLink(ANNA, "admin")).isEmpty();
        assertThat(staff.own.changePassword(ANNA, "", OTHER_PASSWORD)).isEqualTo(new PasswordOutcome.WrongPassword());
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> staff.accounts.loadUserByUsername("anna"));
    }

    @Test
    void aDeedWithoutItsLineInTheAuditTrailIsNotDone() {
        staff.employ("anna", STAFF);
        var before = staff.people.listPeople();
        var link = staff.people.makeLink(ANNA, "admin").orElseThrow();
        staff.breakTrail();
        var other = new Details("Anna Karst", "", Set.of(STAFF));
        for (var deed : List.<Runnable>of(
                () -> staff.invite("bert"),
                () -> staff.people.change(ANNA, version(), other, "admin"),
                () -> staff.people.lock(ANNA, "admin"),
                () -> staff.people.remove(ANNA, "admin"),
                () -> staff.people.makeLink(ANNA, "admin"),
                () -> staff.own.changePassword(ANNA, ANNAS_PASSWORD, OTHER_PASSWORD),
                () -> staff.own.redeem(secret(link), OTHER_PASSWORD)))
            assertThatIllegalStateException().isThrownBy(deed::run);
        assertThat(staff.people.listPeople()).isEqualTo(before);
        assertThat(staff.opens("anna", ANNAS_PASSWORD)).isTrue();
        assertThat(staff.own.findLink(secret(link))).isPresent();
    }

    @Test
    void whereMailIsSetUpTheLinkGoesToThePersonAsWell() {
        var link = staff.invite("anna");
        assertThat(link.mailed()).isTrue();
        var mail = staff.mails.mails.getFirst();
        assertThat(mail.getTo()).containsExactly("anna@musterstadt.example");
        assertThat(mail.getText()).contains("https://cockpit.musterstadt.example" + link.path());
        staff.mails.goAway();
        assertThat(staff.people.makeLink(ANNA, "admin").orElseThrow().mailed()).isFalse();
    }

    @Test
    void withoutAnAddressOfTheCockpitNoMailIsSent() {
        try (var town = new Staff(database.dataSource(), data, new Staff.PlainEncoder(), Optional.<URI>empty())) {
            assertThat(town.own.canSendLinks()).isFalse();
            assertThat(town.invite("anna").mailed()).isFalse();
            assertThat(town.mails.mails).isEmpty();
        }
    }

    @Test
    void whoForgotThePasswordIsMailedALinkAFewTimesAnHour() {
        staff.employ("anna");
        staff.employ("bert");
        staff.employ("carl");
        staff.people.lock(new SignInName("bert"), "admin");
        staff.later(Duration.ofHours(2));
        staff.mails.mails.clear();
        for (var typed : List.of("nobody", "bert", "' OR true --", "\0", "anna", "anna", "anna", "anna", "carl"))
            staff.own.askForLink(typed);
        await().until(() -> addressees().contains("carl@musterstadt.example"));
        assertThat(addressees())
                .containsExactly(
                        "anna@musterstadt.example",
                        "anna@musterstadt.example",
                        "anna@musterstadt.example",
                        "carl@musterstadt.example");
        staff.later(Duration.ofHours(1).plusSeconds(1));
        staff.own.askForLink("ANNA@musterstadt.example ");
        await().until(() -> addressees().size() == 5);
        assertThat(staff.opens("anna", ANNAS_PASSWORD)).isTrue();
    }

    private List<String> addressees() {
        return staff.mails.mails.stream()
                .flatMap(mail -> Stream.ofNullable(mail.getTo()).flatMap(Stream::of))
                .toList();
    }

    private static <T> List<T> together(List<Callable<T>> deeds) throws Exception {
        var start = new CyclicBarrier(deeds.size());
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            var done = threads.invokeAll(deeds.stream()
                    .<Callable<T>>map(deed -> () -> {
                        start.await(30, SECONDS);
                        return deed.call();
                    })
                    .toList());
            var outcomes = new ArrayList<T>();
            for (var outcome : done) outcomes.add(outcome.get());
            return outcomes;
        }
    }

    private long version() {
        return staff.people.findPerson(ANNA).orElseThrow().version();
    }

    private String firstPassword() throws IOException {
        return Files.readString(data.resolve("secrets/admin-password")).strip();
    }

    private List<String> roles(String name) {
        return staff.accounts.loadUserByUsername(name).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
