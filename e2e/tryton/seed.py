"""Fills a fresh Tryton database with the textbook case and prints its records as JSON.

    /usr/bin/python3 seed.py TRYTOND_CONF DATABASE > records.json

A software company sells to a large manufacturer: the technical director decides, the manager of
the IT department leads opinion, others use the product, a purchasing manager carries it out. The
case stands twice, once with English and once with Chinese names; a third customer holds what
makes reading hard (markers in names, namesakes, a company related to a company, empty fields).

Tryton has no job titles: the people of a customer are *relations* between parties. A relation
type has a name for each direction, so "Technical director" stands on the customer's page and
"Technical director at" on the person's.
"""

import datetime
import json
import sys
from decimal import Decimal

from proteus import Model, config

VENDOR = "Lumen Software"

# login -> the person behind it; passwords must have 8 characters, most of them distinct
USERS = {
    "admin": {"name": "Ada Keller", "password": "admin", "lang": "en"},
    "lijing": {"name": "李静", "password": "lijing-2026", "lang": "zh_CN"},
}

# key -> customer; people: key -> (name, relation type, e-mail, phone)
CUSTOMERS = {
    "huadong": {
        "name": "Huadong Manufacturing Group",
        "city": "Shanghai",
        "phone": "+86 21 5555 0100",
        "website": "https://huadong.example",
        "people": {
            "grace": ("Grace Lin", "Technical director", "g.lin@huadong.example", "+862155550101"),
            "david": ("David Chen", "IT department manager", "d.chen@huadong.example", "+862155550102"),
            "emma": ("Emma Zhou", "Production planner", "e.zhou@huadong.example", "+862155550103"),
            "tom": ("Tom Becker", "Shift supervisor", "t.becker@huadong.example", "+862155550104"),
            "helen": ("Helen Xu", "Purchasing manager", "h.xu@huadong.example", "+862155550105"),
            # two people of one name at one customer
            "wei1": ("Wei Zhang", "Quality engineer", "wei.zhang@huadong.example", "+862155550106"),
            "wei2": ("Wei Zhang", "Finance controller", "wei.zhang2@huadong.example", "+862155550107"),
        },
    },
    "huadongZh": {
        "name": "华东制造集团",
        "city": "上海",
        "phone": "+86 21 6666 0100",
        "website": "https://huadong-jituan.example",
        "people": {
            "wang": ("王芳（决策人）", "技术总监", "wangfang@huadong-jituan.example", "+862166660101"),
            "chen": ("陈明", "信息技术部门经理", "chenming@huadong-jituan.example", "+862166660102"),
            "zhao": ("赵磊", "车间主任", "zhaolei@huadong-jituan.example", "+862166660103"),
            "sun": ("孙丽", "质量工程师", "sunli@huadong-jituan.example", "+862166660104"),
            "liu": ("刘敏", "采购经理", "liumin@huadong-jituan.example", "+862166660105"),
        },
    },
    "nordwind": {
        "name": "Nordwind Logistik GmbH",
        "city": "Hamburg",
        "phone": "+49 40 5550 200",
        "website": "https://nordwind.example",
        "people": {
            "jonas": ("Jonas Brandt (DM)", "Managing director", "j.brandt@nordwind.example", "+49405550201"),
            # the name of Huadong's IT manager, another person
            "david": ("David Chen", "Head of logistics", "d.chen@nordwind.example", "+49405550202"),
            "petra": ("Petra Vogel", "Purchasing manager", "p.vogel@nordwind.example", "+49405550203"),
        },
    },
    # a company that stands among the relations of another, like a person would
    "nordwindHolding": {"name": "Nordwind Holding SE", "city": "Hamburg", "people": {}},
}

# (party, type, type seen from the other side, other party), beside the people of the customers
OTHER_RELATIONS = [
    ("huadong.david", "Reports to", "Manager of", "huadong.grace"),
    ("nordwind", "Subsidiary of", "Parent of", "nordwindHolding"),
]

# A person's side of a relation to a customer: the type of the customer's side and this ending.
AT = {"en": " at", "zh": "于"}

# key -> opportunity; contact is one person's e-mail; "state" is where it stands in the end
OPPORTUNITIES = {
    "platform": {
        "description": "Manufacturing execution platform",
        "party": "huadong", "contact": "huadong.grace", "employee": "admin",
        "amount": "480000.00", "probability": 0.6,
        "start": "2026-09-01", "end": "2027-02-26", "state": "opportunity",
        "comment": "Technical proof in October.\nContract draft with Helen Xu.",
    },
    "platformZh": {
        "description": "制造执行平台",
        "party": "huadongZh", "contact": "huadongZh.liu", "employee": "lijing",
        "amount": "1200000.00", "probability": 0.5,
        "start": "2026-09-15", "end": "2027-03-31", "state": "opportunity",
        "comment": "技术总监拍板，信息技术部门经理的意见很重要。",
    },
    "quality": {
        "description": "Quality analytics pilot",
        "party": "huadong", "contact": "huadong.wei1", "employee": "admin",
        "amount": "65000.50", "probability": 0.2,
        "start": "2026-10-12", "end": "2027-06-30", "state": "lead",
    },
    "warehouse": {
        "description": "Warehouse automation",
        "party": "nordwind", "contact": "nordwind.jonas", "employee": "admin",
        "amount": "240000.00", "probability": 0.75,
        "start": "2026-08-03", "end": "2026-12-18", "state": "opportunity",
    },
    "dataZh": {
        "description": "设备数据采集二期",
        "party": "huadongZh", "contact": "huadongZh.wang", "employee": "lijing",
        "amount": "350000.00", "probability": 0.3,
        "start": "2026-11-02", "end": "2027-05-20", "state": "opportunity",
    },
    # nothing but the customer: every other field is empty
    "bare": {
        "description": "Spare parts portal",
        "party": "nordwind", "contact": None, "employee": "admin",
        "amount": None, "probability": 0.5,
        "start": "2026-11-16", "end": None, "state": "lead",
    },
    "renewal": {
        "description": "Support renewal 2026",
        "party": "huadong", "contact": "huadong.helen", "employee": "admin",
        "amount": "38000.00", "probability": 0.9,
        "start": "2026-03-02", "end": "2026-06-30", "state": "converted",
    },
    "telematics": {
        "description": "Fleet telematics",
        "party": "nordwind", "contact": "nordwind.petra", "employee": "admin",
        "amount": "125000.00", "probability": 0.4,
        "start": "2026-02-09", "end": "2026-07-15", "state": "lost",
        "lost_reason": "Bought from the incumbent.",
    },
}


def date(text):
    return datetime.date.fromisoformat(text) if text else None


class Seed:
    def __init__(self, conf, database):
        self.config = config.set_trytond("sqlite:///" + database, config_file=conf)
        self.parties = {}  # "huadong", "huadong.grace" -> party
        self.emails = {}  # "huadong.grace" -> contact mechanism
        self.employees = {}  # login -> employee
        self.relation_types = {}  # name -> relation type

    def run(self):
        self.silence_wizards()
        users = self.users(self.vendor())
        customers = {key: self.customer(key, **data) for key, data in CUSTOMERS.items()}
        for from_, forth, back, to in OTHER_RELATIONS:
            self.relate(self.parties[from_], forth, back, self.parties[to])
        opportunities = {key: self.opportunity(**data) for key, data in OPPORTUNITIES.items()}
        return {"users": users, "customers": customers, "opportunities": opportunities}

    def silence_wizards(self):
        """Module wizards marked done never ask for anything at login."""
        for item in Model.get("ir.module.config_wizard.item").find([]):
            item.state = "done"
            item.save()

    def vendor(self):
        """Our own company, whose currency every opportunity has."""
        Currency = Model.get("currency.currency")
        euro = Currency(name="Euro", code="EUR", numeric_code="978", symbol="€")
        euro.rates.new(date=datetime.date(2026, 1, 1), rate=Decimal("1"))
        euro.save()
        company = Model.get("company.company")()
        company.party = self.party(VENDOR)
        company.currency = euro
        company.save()
        return company

    def users(self, company):
        User, Company = Model.get("res.user"), Model.get("company.company")
        Employee, Lang = Model.get("company.employee"), Model.get("ir.lang")
        Group = Model.get("res.group")
        records = {}
        for login, data in USERS.items():
            found = User.find([("login", "=", login)])
            user = found[0] if found else User(login=login, password=data["password"])
            user.name = data["name"]
            user.language, = Lang.find([("code", "=", data["lang"])])
            employee = Employee(party=self.party(data["name"]), company=company)
            employee.save()
            self.employees[login] = employee
            if not found:
                for group in Group.find([]):
                    user.groups.append(group)
            # Instances given to a second list must be fresh ones.
            user.companies.append(Company(company.id))
            user.company = Company(company.id)
            user.employees.append(Employee(employee.id))
            user.employee = Employee(employee.id)
            user.save()
            records[login] = {"id": user.id, "login": login, **data}
            if login == "admin":
                # Opportunities belong to the company in the context.
                self.config._context = User.get_preferences(True, self.config.context)
        return records

    def party(self, name, city=None, **contacts):
        party = Model.get("party.party")(name=name)
        if city:
            party.addresses[0].city = city
        for type_, value in contacts.items():
            if value:
                party.contact_mechanisms.new(type=type_, value=value)
        party.save()
        return party

    def relation_type(self, forth, back):
        if forth not in self.relation_types:
            Type = Model.get("party.relation.type")
            there, here = Type(name=forth), Type(name=back)
            there.save()
            here.reverse = there
            here.save()
            there.reverse = here
            there.save()
            self.relation_types[forth] = there
        return self.relation_types[forth]

    def relate(self, party, forth, back, other):
        party.relations.new(type=self.relation_type(forth, back), to=other)
        party.save()

    def customer(self, key, name, city, people, phone=None, website=None):
        company = self.parties[key] = self.party(name, city, phone=phone, website=website)
        records = {}
        for who, (person_name, role, email, mobile) in people.items():
            person = self.party(person_name, email=email, phone=mobile)
            address = key + "." + who
            self.parties[address] = person
            self.emails[address] = next(
                m for m in person.contact_mechanisms if m.type == "email")
            role_at = role + (AT["en"] if role.isascii() else AT["zh"])
            self.relate(company, role, role_at, person)
            records[who] = {
                "id": person.id, "name": person_name, "role": role, "roleAt": role_at,
                "email": email, "phone": mobile,
            }
        return {"id": company.id, "name": name, "people": records}

    def opportunity(self, description, party, contact, employee, amount, probability, start, end,
                    state, comment=None, lost_reason=None):
        opportunity = Model.get("sale.opportunity")()
        opportunity.description = description
        opportunity.party = self.parties[party]
        opportunity.contact = self.emails[contact] if contact else None
        opportunity.employee = self.employees[employee]
        opportunity.amount = Decimal(amount) if amount else None
        opportunity.conversion_probability = probability
        opportunity.start_date = date(start)
        opportunity.end_date = date(end)
        opportunity.comment = comment
        opportunity.save()
        if state != "lead":
            opportunity.click("opportunity")
        if state == "converted":
            opportunity.click("convert")
        if state == "lost":
            opportunity.lost_reason = lost_reason
            opportunity.save()
            opportunity.click("lost")
            # Losing sets the end to today: put the dates of the story back.
            opportunity.end_date = date(end)
            opportunity.save()
        assert opportunity.state == state, (opportunity.state, state)
        return {
            "id": opportunity.id, "number": opportunity.number, "description": description,
            "customer": party, "contact": contact, "contactText": opportunity.contact.rec_name
            if contact else None, "employee": USERS[employee]["name"], "amount": amount,
            "probability": probability, "startDate": start, "endDate": end, "state": state,
        }


if __name__ == "__main__":
    # Whatever trytond prints while it loads must not mix with the records.
    out, sys.stdout = sys.stdout, sys.stderr
    json.dump(Seed(*sys.argv[1:3]).run(), out, ensure_ascii=False, indent=1)
