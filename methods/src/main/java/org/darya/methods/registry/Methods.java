package org.darya.methods.registry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.darya.methods.Method;
import org.darya.methods.air.EuropeanAqi;
import org.darya.methods.air.NowCast;
import org.darya.methods.air.UsAqi;
import org.darya.methods.air.WhoExceedanceDays;
import org.darya.methods.climate.Co2Equivalent;
import org.darya.methods.climate.EnergyIntensity;
import org.darya.methods.climate.GhgPerGdp;
import org.darya.methods.climate.KayaDecomposition;
import org.darya.methods.climate.RenewableConsumptionShare;
import org.darya.methods.climate.RenewableElectricityShare;
import org.darya.methods.climate.StandardizedPrecipitation;
import org.darya.methods.climate.Tier1Combustion;
import org.darya.methods.finance.ClimateFinancePerHead;
import org.darya.methods.finance.EmissionsBalance;
import org.darya.methods.finance.RioMarkerFinance;
import org.darya.methods.general.AsReported;
import org.darya.methods.general.ChangeFromBase;
import org.darya.methods.general.ExceedanceDays;
import org.darya.methods.general.LatestValue;
import org.darya.methods.general.LinearTrend;
import org.darya.methods.general.PaceToTarget;
import org.darya.methods.general.PerHead;
import org.darya.methods.general.PeriodMean;
import org.darya.methods.general.ProgressToTarget;
import org.darya.methods.general.Ratio;
import org.darya.methods.general.RatioOfSums;
import org.darya.methods.general.Share;
import org.darya.methods.general.Total;
import org.darya.methods.general.Trend;
import org.darya.methods.general.UncertaintyOfProduct;
import org.darya.methods.general.UncertaintyOfSum;
import org.darya.methods.general.WeightedMean;
import org.darya.methods.glacier.CumulativeBalance;
import org.darya.methods.glacier.DegreeDayBalance;
import org.darya.methods.glacier.GlacierVolume;
import org.darya.methods.health.AttributableDeaths;
import org.darya.methods.lake.LakeCurve;
import org.darya.methods.lake.LakeVolumeChange;
import org.darya.methods.lake.LakeWaterBalance;
import org.darya.methods.land.DegradedLandShare;
import org.darya.methods.skill.EnsembleScore;
import org.darya.methods.skill.KlingGupta;
import org.darya.methods.skill.NashSutcliffe;
import org.darya.methods.skill.SkillScore;
import org.darya.methods.waste.LandfillMethane;
import org.darya.methods.waste.WasteRates;
import org.darya.methods.water.CropWaterRequirement;
import org.darya.methods.water.Hargreaves;
import org.darya.methods.water.PenmanMonteith;
import org.darya.methods.water.WaterStress;
import org.darya.methods.water.WaterUseEfficiency;
import org.darya.methods.work.EmploymentGap;
import org.darya.methods.work.LabourLoss;
import org.darya.methods.work.PayGap;
import org.darya.methods.work.Wbgt;
import org.darya.methods.work.WetBulb;

/** Every method, one line each. */
public final class Methods {
    private static final List<Method> ALL = List.of(
            // general
            new AsReported(),
            new LatestValue(),
            new Total(),
            new Ratio(),
            new Share(),
            new PerHead(),
            new PeriodMean(),
            new RatioOfSums(),
            new WeightedMean(),
            new UncertaintyOfSum(),
            new UncertaintyOfProduct(),
            new Trend(),
            new LinearTrend(),
            new ChangeFromBase(),
            new PaceToTarget(),
            new ProgressToTarget(),
            new ExceedanceDays(),
            // climate
            new Tier1Combustion(),
            new Co2Equivalent(),
            new GhgPerGdp(),
            new RenewableConsumptionShare(),
            new RenewableElectricityShare(),
            new EnergyIntensity(),
            new KayaDecomposition(),
            new StandardizedPrecipitation(),
            // glacier
            new DegreeDayBalance(),
            new CumulativeBalance(),
            new GlacierVolume(),
            // water
            new PenmanMonteith(),
            new Hargreaves(),
            new CropWaterRequirement(),
            new WaterUseEfficiency(),
            new WaterStress(),
            // lake
            new LakeCurve(),
            new LakeVolumeChange(),
            new LakeWaterBalance(),
            // land
            new DegradedLandShare(),
            // air
            new UsAqi(),
            new NowCast(),
            new EuropeanAqi(),
            new WhoExceedanceDays(),
            // waste
            new WasteRates(),
            new LandfillMethane(),
            // finance
            new RioMarkerFinance(),
            new ClimateFinancePerHead(),
            new EmissionsBalance(),
            // work
            new PayGap(),
            new EmploymentGap(),
            new WetBulb(),
            new Wbgt(),
            new LabourLoss(),
            // skill
            new NashSutcliffe(),
            new KlingGupta(),
            new EnsembleScore(),
            new SkillScore(),
            // health
            new AttributableDeaths());

    private static final Map<String, Method> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(m -> m.card().id(), Function.identity()));

    private Methods() {}

    public static List<Method> all() {
        return ALL;
    }

    public static Method get(String id) {
        Method method = BY_ID.get(id);
        if (method == null) {
            throw new IllegalArgumentException("There is no method (%s).\nMaybe one of these is meant: %s."
                    .formatted(id, BY_ID.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return method;
    }
}
