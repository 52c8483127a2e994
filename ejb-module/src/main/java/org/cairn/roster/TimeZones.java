package org.cairn.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.cairn.caller.Roles;

/** By which clocks a district lives. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR, Roles.SYSTEM})
public class TimeZones {

  @Inject private OrgStore orgs;

  /** The district's own zone; UTC where its calendar names none. */
  public ZoneId ofDistrict() {
    return orgs.districtZone().map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  /** The zones that its active schools are in, each once; the district's where it has no school. */
  public List<ZoneId> ofSchools() {
    List<ZoneId> zones = orgs.schoolZones().stream().map(ZoneId::of).toList();
    return zones.isEmpty() ? List.of(ofDistrict()) : zones;
  }
}
