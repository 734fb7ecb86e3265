//! What the lines that people ask about mean, in both languages; knows no amount.

use crate::seed::pay::code;

/// (code of the line, French, English).
pub const EXPLANATIONS: [(&str, &str, &str); 8] = [
    (
        code::TRANSFER,
        "Depuis 2016, une partie de vos primes a été transformée en points d’indice, qui comptent pour votre retraite. Cette ligne reprend le montant des primes ainsi transféré : votre traitement brut a été augmenté en contrepartie.",
        "Since 2016, part of your bonuses has been turned into points of index, which count for your pension. This line takes back the bonuses so transferred: your base salary was raised in return.",
    ),
    (
        code::PENSION,
        "Votre cotisation de retraite à la Caisse nationale de retraites des agents des collectivités locales. Elle est calculée sur le traitement brut et la NBI, pas sur les primes. La part de l’employeur s’y ajoute.",
        "Your pension contribution to the fund of local government staff (CNRACL). It is computed on base salary and NBI, not on bonuses. The employer’s share comes on top.",
    ),
    (
        code::ADDITIONAL_PENSION,
        "La retraite additionnelle de la fonction publique : 5 % de vos primes, prises en compte jusqu’à 20 % du traitement brut. Elle donne des points, versés en plus de la pension. L’employeur verse autant.",
        "The additional pension of the civil service: 5% of your bonuses, counted up to 20% of base salary. It earns points that are paid on top of the pension. The employer pays as much.",
    ),
    (
        code::CSG_DEDUCTIBLE,
        "La contribution sociale généralisée finance la protection sociale. Elle est calculée sur 98,25 % de la rémunération brute. Cette part, 6,8 % depuis 2018, est retirée de votre revenu imposable.",
        "The general social contribution funds social protection. It is computed on 98.25% of gross pay. This part, 6.8% since 2018, is taken off your taxable income.",
    ),
    (
        code::CSG_NOT_DEDUCTIBLE,
        "La part de la contribution sociale généralisée (2,4 %) qui reste dans votre revenu imposable : vous payez l’impôt sur cette somme bien qu’elle ne vous soit pas versée.",
        "The part of the general social contribution (2.4%) that stays in your taxable income: you pay tax on it although you do not receive it.",
    ),
    (
        code::CRDS,
        "La contribution au remboursement de la dette sociale : 0,5 % de 98,25 % de la rémunération brute. Comme la CSG non déductible, elle reste dans votre revenu imposable.",
        "The contribution to the repayment of the social debt: 0.5% of 98.25% of gross pay. Like the non-deductible CSG, it stays in your taxable income.",
    ),
    (
        code::TAX,
        "L’impôt sur le revenu, retenu par l’employeur et versé à l’administration fiscale. Le taux est calculé par elle : pour le changer, passez par votre espace sur impots.gouv.fr. L’employeur ne connaît que ce taux.",
        "Income tax, withheld by the employer and handed to the tax office. The tax office sets the rate: to change it, use your account at impots.gouv.fr. The employer knows nothing but the rate.",
    ),
    (
        code::NET_SOCIAL,
        "Le montant à déclarer pour la prime d’activité, le RSA et d’autres aides : la rémunération brute moins les cotisations obligatoires, sans la participation de l’employeur à la complémentaire santé. Ce n’est pas la somme qui vous est versée.",
        "The amount to declare for social benefits such as the prime d’activité: gross pay less mandatory contributions, without the employer’s share of health cover. It is not the sum that you are paid.",
    ),
];
